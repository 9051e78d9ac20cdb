<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Absence</name>
  <message>
   <source>in hospital</source>
   <translation>in hospital</translation>
  </message>
  <message>
   <source>away</source>
   <translation>away</translation>
  </message>
  <message>
   <source>other</source>
   <translation>other</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>First day</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Acceptance</name>
  <message>
   <source>Project</source>
   <translation>Project</translation>
  </message>
  <message>
   <source>Accepted on</source>
   <translation>Accepted on</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>Passed</translation>
  </message>
  <message>
   <source>Floor area found</source>
   <translation>Floor area found</translation>
  </message>
  <message>
   <source>Beds found</source>
   <translation>Beds found</translation>
  </message>
  <message>
   <source>Accepted by</source>
   <translation>Accepted by</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Agreement</name>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>First day</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
  <message>
   <source>Services; empty: all</source>
   <translation>Services; empty: all</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>Terms</translation>
  </message>
  <message>
   <source>Consents to service and data</source>
   <translation>Consents to service and data</translation>
  </message>
  <message>
   <source>Was told the risks</source>
   <translation>Was told the risks</translation>
  </message>
  <message>
   <source>Signed on</source>
   <translation>Signed on</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>Signed by</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>Relation to the elder</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Times</translation>
  </message>
  <message>
   <source>Each</source>
   <translation>Each</translation>
  </message>
  <message>
   <source>From assessment</source>
   <translation>From assessment</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Assessment</name>
  <message>
   <source>First assessment</source>
   <translation>First assessment</translation>
  </message>
  <message>
   <source>Routine assessment</source>
   <translation>Routine assessment</translation>
  </message>
  <message>
   <source>Immediate assessment, her condition changed</source>
   <translation>Immediate assessment, her condition changed</translation>
  </message>
  <message>
   <source>Assessment anew, the result is disputed</source>
   <translation>Assessment anew, the result is disputed</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>draft</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>confirmed</translation>
  </message>
  <message>
   <source>superseded</source>
   <translation>superseded</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>Assessed on</source>
   <translation>Assessed on</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Answers</translation>
  </message>
  <message>
   <source>Diagnosed</source>
   <translation>Diagnosed</translation>
  </message>
  <message>
   <source>Coma</source>
   <translation>Coma</translation>
  </message>
  <message>
   <source>Events of the last 30 days</source>
   <translation>Events of the last 30 days</translation>
  </message>
  <message>
   <source>Ability level</source>
   <translation>Ability level</translation>
  </message>
  <message>
   <source>Preliminary level</source>
   <translation>Preliminary level</translation>
  </message>
  <message>
   <source>Final level</source>
   <translation>Final level</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Grades</source>
   <translation>Grades</translation>
  </message>
  <message>
   <source>Change clauses</source>
   <translation>Change clauses</translation>
  </message>
  <message>
   <source>The standard gives two answers</source>
   <translation>The standard gives two answers</translation>
  </message>
  <message>
   <source>How it was read</source>
   <translation>How it was read</translation>
  </message>
  <message>
   <source>Settings used</source>
   <translation>Settings used</translation>
  </message>
  <message>
   <source>Next one due by</source>
   <translation>Next one due by</translation>
  </message>
  <message>
   <source>Digest of the scale</source>
   <translation>Digest of the scale</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>Digest</translation>
  </message>
  <message>
   <source>Confirmed at</source>
   <translation>Confirmed at</translation>
  </message>
  <message>
   <source>Supersedes</source>
   <translation>Supersedes</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>First assessor</source>
   <translation>First assessor</translation>
  </message>
  <message>
   <source>Second assessor</source>
   <translation>Second assessor</translation>
  </message>
  <message>
   <source>Information provider</source>
   <translation>Information provider</translation>
  </message>
  <message>
   <source>Why both assessors stand by it</source>
   <translation>Why both assessors stand by it</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Tables</translation>
  </message>
  <message>
   <source>Assessment</source>
   <translation>Assessment</translation>
  </message>
  <message>
   <source>Drawn clock</source>
   <translation>Drawn clock</translation>
  </message>
 </context>
 <context>
  <name>Attendance</name>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Came at</source>
   <translation>Came at</translation>
  </message>
  <message>
   <source>Left at</source>
   <translation>Left at</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>came to day care</source>
   <translation>came to day care</translation>
  </message>
  <message>
   <source>not recorded as having come to day care</source>
   <translation>not recorded as having come to day care</translation>
  </message>
 </context>
 <context>
  <name>BedStay</name>
  <message>
   <source>overnight</source>
   <translation>overnight</translation>
  </message>
  <message>
   <source>by day</source>
   <translation>by day</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Bed</source>
   <translation>Bed</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>First night</source>
   <translation>First night</translation>
  </message>
  <message>
   <source>Last night</source>
   <translation>Last night</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Booking</name>
  <message>
   <source>booked</source>
   <translation>booked</translation>
  </message>
  <message>
   <source>done</source>
   <translation>done</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>cancelled</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Begins at</source>
   <translation>Begins at</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>Minutes</translation>
  </message>
  <message>
   <source>Given to</source>
   <translation>Given to</translation>
  </message>
  <message>
   <source>Provider</source>
   <translation>Provider</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Where</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Became</source>
   <translation>Became</translation>
  </message>
  <message>
   <source>Who called</source>
   <translation>Who called</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>What was said</translation>
  </message>
  <message>
   <source>Why it was cancelled</source>
   <translation>Why it was cancelled</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Phone of who called</source>
   <translation>Phone of who called</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>Relation to the elder</translation>
  </message>
 </context>
 <context>
  <name>Budget</name>
  <message>
   <source>operating subsidy</source>
   <translation>operating subsidy</translation>
  </message>
  <message>
   <source>construction</source>
   <translation>construction</translation>
  </message>
  <message>
   <source>matching funds</source>
   <translation>matching funds</translation>
  </message>
  <message>
   <source>12349 platform</source>
   <translation>12349 platform</translation>
  </message>
  <message>
   <source>meals</source>
   <translation>meals</translation>
  </message>
  <message>
   <source>beds</source>
   <translation>beds</translation>
  </message>
  <message>
   <source>beds at home</source>
   <translation>beds at home</translation>
  </message>
  <message>
   <source>awards</source>
   <translation>awards</translation>
  </message>
  <message>
   <source>purchased services</source>
   <translation>purchased services</translation>
  </message>
  <message>
   <source>other</source>
   <translation>other</translation>
  </message>
  <message>
   <source>the state</source>
   <translation>the state</translation>
  </message>
  <message>
   <source>province or region</source>
   <translation>province or region</translation>
  </message>
  <message>
   <source>city</source>
   <translation>city</translation>
  </message>
  <message>
   <source>district, banner or county</source>
   <translation>district, banner or county</translation>
  </message>
  <message>
   <source>the centre itself</source>
   <translation>the centre itself</translation>
  </message>
  <message>
   <source>others</source>
   <translation>others</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Purpose</translation>
  </message>
  <message>
   <source>Paid by</source>
   <translation>Paid by</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Decided on</source>
   <translation>Decided on</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>Project</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Claim</name>
  <message>
   <source>draft</source>
   <translation>draft</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>Policy</translation>
  </message>
  <message>
   <source>Version of the policy</source>
   <translation>Version of the policy</translation>
  </message>
  <message>
   <source>Digest of the policy</source>
   <translation>Digest of the policy</translation>
  </message>
  <message>
   <source>Policy is a draft</source>
   <translation>Policy is a draft</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>First day</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Meals paid</source>
   <translation>Meals paid</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Meals not payable</source>
   <translation>Meals not payable</translation>
  </message>
  <message>
   <source>Meals held</source>
   <translation>Meals held</translation>
  </message>
  <message>
   <source>Versions of the policy</source>
   <translation>Versions of the policy</translation>
  </message>
  <message>
   <source>Choices</source>
   <translation>Choices</translation>
  </message>
  <message>
   <source>Yearly caps used</source>
   <translation>Yearly caps used</translation>
  </message>
  <message>
   <source>Digest of the lines</source>
   <translation>Digest of the lines</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>Digest</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>Claim</translation>
  </message>
  <message>
   <source>Meal</source>
   <translation>Meal</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>Meal point</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Values of the reason</source>
   <translation>Values of the reason</translation>
  </message>
  <message>
   <source>Facts used</source>
   <translation>Facts used</translation>
  </message>
  <message>
   <source>checked</source>
   <translation>checked</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>signed</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>sent</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>accepted</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>returned</translation>
  </message>
  <message>
   <source>partly returned</source>
   <translation>partly returned</translation>
  </message>
  <message>
   <source>money received</source>
   <translation>money received</translation>
  </message>
  <message>
   <source>of this period</source>
   <translation>of this period</translation>
  </message>
  <message>
   <source>recorded late</source>
   <translation>recorded late</translation>
  </message>
  <message>
   <source>adjustment</source>
   <translation>adjustment</translation>
  </message>
  <message>
   <source>Adjustments</source>
   <translation>Adjustments</translation>
  </message>
  <message>
   <source>Sum of the adjustments</source>
   <translation>Sum of the adjustments</translation>
  </message>
  <message>
   <source>Corrections of earlier claims stand in another draft</source>
   <translation>Corrections of earlier claims stand in another draft</translation>
  </message>
  <message>
   <source>Provisional</source>
   <translation>Provisional</translation>
  </message>
  <message>
   <source>Digest of the facts</source>
   <translation>Digest of the facts</translation>
  </message>
  <message>
   <source>Signed at</source>
   <translation>Signed at</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Claimed for</source>
   <translation>Claimed for</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>Corrects the line</source>
   <translation>Corrects the line</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Step</translation>
  </message>
  <message>
   <source>Day on the paper</source>
   <translation>Day on the paper</translation>
  </message>
  <message>
   <source>Money received</source>
   <translation>Money received</translation>
  </message>
  <message>
   <source>Lines returned</source>
   <translation>Lines returned</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Open until</source>
   <translation>Open until</translation>
  </message>
  <message>
   <source>What it said</source>
   <translation>What it said</translation>
  </message>
 </context>
 <context>
  <name>ClaimDifference</name>
  <message>
   <source>new</source>
   <translation>new</translation>
  </message>
  <message>
   <source>gone</source>
   <translation>gone</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>changed</translation>
  </message>
 </context>
 <context>
  <name>CostItem</name>
  <message>
   <source>building</source>
   <translation>building</translation>
  </message>
  <message>
   <source>renovation and conversion</source>
   <translation>renovation and conversion</translation>
  </message>
  <message>
   <source>equipment</source>
   <translation>equipment</translation>
  </message>
  <message>
   <source>rent</source>
   <translation>rent</translation>
  </message>
  <message>
   <source>staff</source>
   <translation>staff</translation>
  </message>
  <message>
   <source>water, power, heating</source>
   <translation>water, power, heating</translation>
  </message>
  <message>
   <source>other</source>
   <translation>other</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>Project</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Paid on</source>
   <translation>Paid on</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Invoice</translation>
  </message>
  <message>
   <source>Paid to</source>
   <translation>Paid to</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Device</name>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>DeviceLoan</name>
  <message>
   <source>free of charge</source>
   <translation>free of charge</translation>
  </message>
  <message>
   <source>low rent</source>
   <translation>low rent</translation>
  </message>
  <message>
   <source>full rent</source>
   <translation>full rent</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Device</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Lent on</source>
   <translation>Lent on</translation>
  </message>
  <message>
   <source>Came back on</source>
   <translation>Came back on</translation>
  </message>
  <message>
   <source>Due back by</source>
   <translation>Due back by</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>Deposit</translation>
  </message>
  <message>
   <source>Rent a month</source>
   <translation>Rent a month</translation>
  </message>
  <message>
   <source>Pays</source>
   <translation>Pays</translation>
  </message>
  <message>
   <source>Deposit given back</source>
   <translation>Deposit given back</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Elder</name>
  <message>
   <source>not known</source>
   <translation>not known</translation>
  </message>
  <message>
   <source>male</source>
   <translation>male</translation>
  </message>
  <message>
   <source>female</source>
   <translation>female</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sex</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation>Date of birth</translation>
  </message>
  <message>
   <source>Date of death</source>
   <translation>Date of death</translation>
  </message>
  <message>
   <source>Resident number</source>
   <translation>Resident number</translation>
  </message>
  <message>
   <source>No number yet, because</source>
   <translation>No number yet, because</translation>
  </message>
  <message>
   <source>Ethnic group</source>
   <translation>Ethnic group</translation>
  </message>
  <message>
   <source>Phones</source>
   <translation>Phones</translation>
  </message>
  <message>
   <source>Present address</source>
   <translation>Present address</translation>
  </message>
  <message>
   <source>Division</source>
   <translation>Division</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Contacts</translation>
  </message>
  <message>
   <source>Card number</source>
   <translation>Card number</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Remarks</translation>
  </message>
  <message>
   <source>Moment of death</source>
   <translation>Moment of death</translation>
  </message>
  <message>
   <source>Date of birth differs from the number</source>
   <translation>Date of birth differs from the number</translation>
  </message>
  <message>
   <source>Paper that proves the date of birth</source>
   <translation>Paper that proves the date of birth</translation>
  </message>
 </context>
 <context>
  <name>ElderPhoto</name>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
 </context>
 <context>
  <name>EnvelopeSealer</name>
  <message>
   <source>The key of this person was destroyed: what was sealed with it cannot be read any more.</source>
   <translation>The key of this person was destroyed: what was sealed with it cannot be read any more.</translation>
  </message>
  <message>
   <source>The books are locked. Please sign in again.</source>
   <translation>The books are locked. Please sign in again.</translation>
  </message>
 </context>
 <context>
  <name>Evaluation</name>
  <message>
   <source>yearly evaluation</source>
   <translation>yearly evaluation</translation>
  </message>
  <message>
   <source>service quality</source>
   <translation>service quality</translation>
  </message>
  <message>
   <source>A rating</source>
   <translation>A rating</translation>
  </message>
  <message>
   <source>star rating</source>
   <translation>star rating</translation>
  </message>
  <message>
   <source>excellent</source>
   <translation>excellent</translation>
  </message>
  <message>
   <source>good</source>
   <translation>good</translation>
  </message>
  <message>
   <source>passed</source>
   <translation>passed</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>failed</translation>
  </message>
  <message>
   <source>A</source>
   <translation>A</translation>
  </message>
  <message>
   <source>AA</source>
   <translation>AA</translation>
  </message>
  <message>
   <source>AAA</source>
   <translation>AAA</translation>
  </message>
  <message>
   <source>one star</source>
   <translation>one star</translation>
  </message>
  <message>
   <source>two stars</source>
   <translation>two stars</translation>
  </message>
  <message>
   <source>three stars</source>
   <translation>three stars</translation>
  </message>
  <message>
   <source>four stars</source>
   <translation>four stars</translation>
  </message>
  <message>
   <source>five stars</source>
   <translation>five stars</translation>
  </message>
  <message>
   <source>a third party</source>
   <translation>a third party</translation>
  </message>
  <message>
   <source>the authority</source>
   <translation>the authority</translation>
  </message>
  <message>
   <source>the centre itself</source>
   <translation>the centre itself</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>Meal point</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>Evaluated on</source>
   <translation>Evaluated on</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Grade</translation>
  </message>
  <message>
   <source>Evaluated by</source>
   <translation>Evaluated by</translation>
  </message>
  <message>
   <source>Name of the evaluator</source>
   <translation>Name of the evaluator</translation>
  </message>
  <message>
   <source>Holds until</source>
   <translation>Holds until</translation>
  </message>
  <message>
   <source>Award set by the authority</source>
   <translation>Award set by the authority</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Facility</name>
  <message>
   <source>home and community service centre</source>
   <translation>home and community service centre</translation>
  </message>
  <message>
   <source>day-care centre</source>
   <translation>day-care centre</translation>
  </message>
  <message>
   <source>care service station</source>
   <translation>care service station</translation>
  </message>
  <message>
   <source>embedded micro-institution</source>
   <translation>embedded micro-institution</translation>
  </message>
  <message>
   <source>urban community care centre</source>
   <translation>urban community care centre</translation>
  </message>
  <message>
   <source>model centre</source>
   <translation>model centre</translation>
  </message>
  <message>
   <source>care institution</source>
   <translation>care institution</translation>
  </message>
  <message>
   <source>meal point</source>
   <translation>meal point</translation>
  </message>
  <message>
   <source>12349 service platform</source>
   <translation>12349 service platform</translation>
  </message>
  <message>
   <source>other</source>
   <translation>other</translation>
  </message>
  <message>
   <source>urban</source>
   <translation>urban</translation>
  </message>
  <message>
   <source>rural or pastoral</source>
   <translation>rural or pastoral</translation>
  </message>
  <message>
   <source>district of the city</source>
   <translation>district of the city</translation>
  </message>
  <message>
   <source>county or county city</source>
   <translation>county or county city</translation>
  </message>
  <message>
   <source>enterprise (market supervision)</source>
   <translation>enterprise (market supervision)</translation>
  </message>
  <message>
   <source>organisation (civil affairs)</source>
   <translation>organisation (civil affairs)</translation>
  </message>
  <message>
   <source>public body</source>
   <translation>public body</translation>
  </message>
  <message>
   <source>not registered</source>
   <translation>not registered</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Urban or rural</source>
   <translation>Urban or rural</translation>
  </message>
  <message>
   <source>Division</source>
   <translation>Division</translation>
  </message>
  <message>
   <source>Rank of the place</source>
   <translation>Rank of the place</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Open since</source>
   <translation>Open since</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
  <message>
   <source>Operated by</source>
   <translation>Operated by</translation>
  </message>
  <message>
   <source>Registration of the operator</source>
   <translation>Registration of the operator</translation>
  </message>
 </context>
 <context>
  <name>Fact</name>
  <message>
   <source>destitute</source>
   <translation>destitute</translation>
  </message>
  <message>
   <source>subsistence</source>
   <translation>subsistence</translation>
  </message>
  <message>
   <source>near-subsistence</source>
   <translation>near-subsistence</translation>
  </message>
  <message>
   <source>low income</source>
   <translation>low income</translation>
  </message>
  <message>
   <source>registered poor</source>
   <translation>registered poor</translation>
  </message>
  <message>
   <source>bereaved of the only child</source>
   <translation>bereaved of the only child</translation>
  </message>
  <message>
   <source>family-planning special</source>
   <translation>family-planning special</translation>
  </message>
  <message>
   <source>lives alone</source>
   <translation>lives alone</translation>
  </message>
  <message>
   <source>empty nest</source>
   <translation>empty nest</translation>
  </message>
  <message>
   <source>left behind</source>
   <translation>left behind</translation>
  </message>
  <message>
   <source>with spouse</source>
   <translation>with spouse</translation>
  </message>
  <message>
   <source>with children</source>
   <translation>with children</translation>
  </message>
  <message>
   <source>other</source>
   <translation>other</translation>
  </message>
  <message>
   <source>dementia diagnosed</source>
   <translation>dementia diagnosed</translation>
  </message>
  <message>
   <source>employees' insurance</source>
   <translation>employees' insurance</translation>
  </message>
  <message>
   <source>residents' insurance</source>
   <translation>residents' insurance</translation>
  </message>
  <message>
   <source>commercial insurance</source>
   <translation>commercial insurance</translation>
  </message>
  <message>
   <source>none</source>
   <translation>none</translation>
  </message>
  <message>
   <source>ability intact</source>
   <translation>ability intact</translation>
  </message>
  <message>
   <source>mild disability</source>
   <translation>mild disability</translation>
  </message>
  <message>
   <source>moderate disability</source>
   <translation>moderate disability</translation>
  </message>
  <message>
   <source>severe disability</source>
   <translation>severe disability</translation>
  </message>
  <message>
   <source>complete disability</source>
   <translation>complete disability</translation>
  </message>
  <message>
   <source>self-caring (declared)</source>
   <translation>self-caring (declared)</translation>
  </message>
  <message>
   <source>semi-disabled (declared)</source>
   <translation>semi-disabled (declared)</translation>
  </message>
  <message>
   <source>disabled (declared)</source>
   <translation>disabled (declared)</translation>
  </message>
  <message>
   <source>Registered in</source>
   <translation>Registered in</translation>
  </message>
  <message>
   <source>Economic category</source>
   <translation>Economic category</translation>
  </message>
  <message>
   <source>Family situation</source>
   <translation>Family situation</translation>
  </message>
  <message>
   <source>Living arrangement</source>
   <translation>Living arrangement</translation>
  </message>
  <message>
   <source>Disability</source>
   <translation>Disability</translation>
  </message>
  <message>
   <source>Dementia</source>
   <translation>Dementia</translation>
  </message>
  <message>
   <source>Medical insurance</source>
   <translation>Medical insurance</translation>
  </message>
  <message>
   <source>Family doctor</source>
   <translation>Family doctor</translation>
  </message>
  <message>
   <source>Declared ability level</source>
   <translation>Declared ability level</translation>
  </message>
  <message>
   <source>Declared care class</source>
   <translation>Declared care class</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>First day</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
  <message>
   <source>Learned on</source>
   <translation>Learned on</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Could not be told</source>
   <translation>Could not be told</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Evidence</translation>
  </message>
  <message>
   <source>not told</source>
   <translation>not told</translation>
  </message>
  <message>
   <source>contracted</source>
   <translation>contracted</translation>
  </message>
  <message>
   <source>As written</source>
   <translation>As written</translation>
  </message>
 </context>
 <context>
  <name>GridReason</name>
  <message>
   <source>'%1' is not known here; %2 marks were not taken over. Add the person first, then import the table again.</source>
   <translation>'%1' is not known here; %2 marks were not taken over. Add the person first, then import the table again.</translation>
  </message>
  <message>
   <source>Several people are called '%1'. Write the resident number or its last four digits beside the name.</source>
   <translation>Several people are called '%1'. Write the resident number or its last four digits beside the name.</translation>
  </message>
  <message>
   <source>The resident number beside '%1' is that of %2. Find out who is meant.</source>
   <translation>The resident number beside '%1' is that of %2. Find out who is meant.</translation>
  </message>
  <message>
   <source>The resident number beside '%1' was kept as a number and has lost its last digits; the name alone was used.</source>
   <translation>The resident number beside '%1' was kept as a number and has lost its last digits; the name alone was used.</translation>
  </message>
  <message>
   <source>%1: marked twice; one meal is taken over.</source>
   <translation>%1: marked twice; one meal is taken over.</translation>
  </message>
  <message>
   <source>%1: '%2' is no mark that is known; no meal is taken over.</source>
   <translation>%1: '%2' is no mark that is known; no meal is taken over.</translation>
  </message>
  <message>
   <source>%1: marked after the death on %2; no meal is taken over.</source>
   <translation>%1: marked after the death on %2; no meal is taken over.</translation>
  </message>
  <message>
   <source>%1: marked ahead of time; no meal is taken over.</source>
   <translation>%1: marked ahead of time; no meal is taken over.</translation>
  </message>
  <message>
   <source>%1 of the marks are recorded already and stay as they are.</source>
   <translation>%1 of the marks are recorded already and stay as they are.</translation>
  </message>
  <message>
   <source>%1: a meal of that day is recorded already; this one is taken over and not paid.</source>
   <translation>%1: a meal of that day is recorded already; this one is taken over and not paid.</translation>
  </message>
  <message>
   <source>The total says %1, but there are %2 marks. Compare the row with the slips.</source>
   <translation>The total says %1, but there are %2 marks. Compare the row with the slips.</translation>
  </message>
  <message>
   <source>%1: the total says %2, but there are %3 marks.</source>
   <translation>%1: the total says %2, but there are %3 marks.</translation>
  </message>
  <message>
   <source>The grand total says %1, but there are %2 marks.</source>
   <translation>The grand total says %1, but there are %2 marks.</translation>
  </message>
 </context>
 <context>
  <name>HomeCareBed</name>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Served by</source>
   <translation>Served by</translation>
  </message>
  <message>
   <source>Bed</source>
   <translation>Bed</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>First day</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
  <message>
   <source>Home accepted on</source>
   <translation>Home accepted on</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Incident</name>
  <message>
   <source>choking</source>
   <translation>choking</translation>
  </message>
  <message>
   <source>food or medicine taken by mistake</source>
   <translation>food or medicine taken by mistake</translation>
  </message>
  <message>
   <source>pressure sore</source>
   <translation>pressure sore</translation>
  </message>
  <message>
   <source>scald</source>
   <translation>scald</translation>
  </message>
  <message>
   <source>fall out of bed</source>
   <translation>fall out of bed</translation>
  </message>
  <message>
   <source>fall</source>
   <translation>fall</translation>
  </message>
  <message>
   <source>harm to herself or by others</source>
   <translation>harm to herself or by others</translation>
  </message>
  <message>
   <source>wandering off</source>
   <translation>wandering off</translation>
  </message>
  <message>
   <source>accident at an activity</source>
   <translation>accident at an activity</translation>
  </message>
  <message>
   <source>at home</source>
   <translation>at home</translation>
  </message>
  <message>
   <source>at the centre</source>
   <translation>at the centre</translation>
  </message>
  <message>
   <source>outdoors</source>
   <translation>outdoors</translation>
  </message>
  <message>
   <source>elsewhere</source>
   <translation>elsewhere</translation>
  </message>
  <message>
   <source>not hurt</source>
   <translation>not hurt</translation>
  </message>
  <message>
   <source>slightly hurt</source>
   <translation>slightly hurt</translation>
  </message>
  <message>
   <source>badly hurt</source>
   <translation>badly hurt</translation>
  </message>
  <message>
   <source>died of it</source>
   <translation>died of it</translation>
  </message>
  <message>
   <source>by the elder's own hand</source>
   <translation>by the elder's own hand</translation>
  </message>
  <message>
   <source>by another person</source>
   <translation>by another person</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>When</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Where</translation>
  </message>
  <message>
   <source>Injury</source>
   <translation>Injury</translation>
  </message>
  <message>
   <source>Harmed by</source>
   <translation>Harmed by</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Emergency call at</source>
   <translation>Emergency call at</translation>
  </message>
  <message>
   <source>Answered at</source>
   <translation>Answered at</translation>
  </message>
  <message>
   <source>Help arrived at</source>
   <translation>Help arrived at</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>What happened</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>What was done</translation>
  </message>
  <message>
   <source>Who was told, and when</source>
   <translation>Who was told, and when</translation>
  </message>
  <message>
   <source>What follows from it</source>
   <translation>What follows from it</translation>
  </message>
 </context>
 <context>
  <name>Meal</name>
  <message>
   <source>Breakfast</source>
   <translation>Breakfast</translation>
  </message>
  <message>
   <source>Lunch</source>
   <translation>Lunch</translation>
  </message>
  <message>
   <source>Dinner</source>
   <translation>Dinner</translation>
  </message>
  <message>
   <source>Eaten here</source>
   <translation>Eaten here</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Delivered</translation>
  </message>
  <message>
   <source>Fetched by another</source>
   <translation>Fetched by another</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>Meal point</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Sitting</source>
   <translation>Sitting</translation>
  </message>
  <message>
   <source>Served at</source>
   <translation>Served at</translation>
  </message>
  <message>
   <source>How served</source>
   <translation>How served</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Price</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Fetched by</source>
   <translation>Fetched by</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Signed by herself</source>
   <translation>Signed by herself</translation>
  </message>
  <message>
   <source>Signed by another</source>
   <translation>Signed by another</translation>
  </message>
  <message>
   <source>Signed by another, relation missing</source>
   <translation>Signed by another, relation missing</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>Relation</translation>
  </message>
  <message>
   <source>Why it was entered late</source>
   <translation>Why it was entered late</translation>
  </message>
  <message>
   <source>Confirmed by</source>
   <translation>Confirmed by</translation>
  </message>
 </context>
 <context>
  <name>Measurement</name>
  <message>
   <source>blood pressure</source>
   <translation>blood pressure</translation>
  </message>
  <message>
   <source>blood glucose</source>
   <translation>blood glucose</translation>
  </message>
  <message>
   <source>weight</source>
   <translation>weight</translation>
  </message>
  <message>
   <source>temperature</source>
   <translation>temperature</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>When</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Measured by</source>
   <translation>Measured by</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>Package</name>
  <message>
   <source>Quarter</source>
   <translation>Quarter</translation>
  </message>
  <message>
   <source>Sequence</source>
   <translation>Sequence</translation>
  </message>
  <message>
   <source>Supersedes</source>
   <translation>Supersedes</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>SHA-256</source>
   <translation>SHA-256</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Size</translation>
  </message>
  <message>
   <source>Lineage</source>
   <translation>Lineage</translation>
  </message>
  <message>
   <source>Audit entry</source>
   <translation>Audit entry</translation>
  </message>
  <message>
   <source>Audit digest</source>
   <translation>Audit digest</translation>
  </message>
  <message>
   <source>Package before this one</source>
   <translation>Package before this one</translation>
  </message>
  <message>
   <source>Written at</source>
   <translation>Written at</translation>
  </message>
  <message>
   <source>Receipt came back at</source>
   <translation>Receipt came back at</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Records</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
 </context>
 <context>
  <name>PackageColumn</name>
  <message>
   <source>Number</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Revision</source>
   <translation>Revision</translation>
  </message>
  <message>
   <source>Recorded at</source>
   <translation>Recorded at</translation>
  </message>
  <message>
   <source>Recorded by</source>
   <translation>Recorded by</translation>
  </message>
  <message>
   <source>Made void at</source>
   <translation>Made void at</translation>
  </message>
  <message>
   <source>Reason for making void</source>
   <translation>Reason for making void</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Entry</translation>
  </message>
  <message>
   <source>Digest of the entry</source>
   <translation>Digest of the entry</translation>
  </message>
  <message>
   <source>Digest of the chain</source>
   <translation>Digest of the chain</translation>
  </message>
 </context>
 <context>
  <name>PackageCover</name>
  <message>
   <source>Files of elders</source>
   <translation>Files of elders</translation>
  </message>
  <message>
   <source>Dated facts</source>
   <translation>Dated facts</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>Sites</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>Meals</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>Claims</translation>
  </message>
  <message>
   <source>Claim lines</source>
   <translation>Claim lines</translation>
  </message>
  <message>
   <source>Entries of the audit log</source>
   <translation>Entries of the audit log</translation>
  </message>
  <message>
   <source>Ability assessments</source>
   <translation>Ability assessments</translation>
  </message>
  <message>
   <source>Second keyings of assessments</source>
   <translation>Second keyings of assessments</translation>
  </message>
  <message>
   <source>Absences</source>
   <translation>Absences</translation>
  </message>
  <message>
   <source>Bed stays</source>
   <translation>Bed stays</translation>
  </message>
  <message>
   <source>Beds at home</source>
   <translation>Beds at home</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Facilities</source>
   <translation>Facilities</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>Projects</translation>
  </message>
  <message>
   <source>Steps of claims</source>
   <translation>Steps of claims</translation>
  </message>
  <message>
   <source>Facts of signed claims</source>
   <translation>Facts of signed claims</translation>
  </message>
  <message>
   <source>Closed months opened again</source>
   <translation>Closed months opened again</translation>
  </message>
  <message>
   <source>Days of attendance</source>
   <translation>Days of attendance</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visits</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>Incidents</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>Measurements</translation>
  </message>
  <message>
   <source>Loans of devices</source>
   <translation>Loans of devices</translation>
  </message>
  <message>
   <source>Bookings</source>
   <translation>Bookings</translation>
  </message>
  <message>
   <source>Service agreements</source>
   <translation>Service agreements</translation>
  </message>
  <message>
   <source>Service plans</source>
   <translation>Service plans</translation>
  </message>
  <message>
   <source>Records of signed claims</source>
   <translation>Records of signed claims</translation>
  </message>
 </context>
 <context>
  <name>PackageTable</name>
  <message>
   <source>Sites</source>
   <translation>Sites</translation>
  </message>
  <message>
   <source>Elders</source>
   <translation>Elders</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Facts</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>Meals</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>Claims</translation>
  </message>
  <message>
   <source>Claim lines</source>
   <translation>Claim lines</translation>
  </message>
  <message>
   <source>Audit chain</source>
   <translation>Audit chain</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>Assessments</translation>
  </message>
  <message>
   <source>Second keyings of assessments</source>
   <translation>Second keyings of assessments</translation>
  </message>
  <message>
   <source>Facilities</source>
   <translation>Facilities</translation>
  </message>
  <message>
   <source>Premises</source>
   <translation>Premises</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>Projects</translation>
  </message>
  <message>
   <source>Costs</source>
   <translation>Costs</translation>
  </message>
  <message>
   <source>Acceptances</source>
   <translation>Acceptances</translation>
  </message>
  <message>
   <source>Evaluations</source>
   <translation>Evaluations</translation>
  </message>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Staff</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Absences</source>
   <translation>Absences</translation>
  </message>
  <message>
   <source>Bed stays</source>
   <translation>Bed stays</translation>
  </message>
  <message>
   <source>Beds at home</source>
   <translation>Beds at home</translation>
  </message>
  <message>
   <source>Steps of claims</source>
   <translation>Steps of claims</translation>
  </message>
  <message>
   <source>Facts of signed claims</source>
   <translation>Facts of signed claims</translation>
  </message>
  <message>
   <source>Closed months opened again</source>
   <translation>Closed months opened again</translation>
  </message>
  <message>
   <source>Attendance</source>
   <translation>Attendance</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visits</translation>
  </message>
  <message>
   <source>How often elders are visited</source>
   <translation>How often elders are visited</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>Incidents</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>Measurements</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Devices</translation>
  </message>
  <message>
   <source>Loans of devices</source>
   <translation>Loans of devices</translation>
  </message>
  <message>
   <source>Prices of services</source>
   <translation>Prices of services</translation>
  </message>
  <message>
   <source>Service agreements</source>
   <translation>Service agreements</translation>
  </message>
  <message>
   <source>Service plans</source>
   <translation>Service plans</translation>
  </message>
  <message>
   <source>Bookings</source>
   <translation>Bookings</translation>
  </message>
  <message>
   <source>Slips of services</source>
   <translation>Slips of services</translation>
  </message>
  <message>
   <source>Records of signed claims</source>
   <translation>Records of signed claims</translation>
  </message>
 </context>
 <context>
  <name>PolicyFile</name>
  <message>
   <source>Policy</source>
   <translation>Policy</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>Digest</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
 </context>
 <context>
  <name>PolicySetting</name>
  <message>
   <source>on the birthday</source>
   <translation>on the birthday</translation>
  </message>
  <message>
   <source>the day after the birthday</source>
   <translation>the day after the birthday</translation>
  </message>
  <message>
   <source>1 March</source>
   <translation>1 March</translation>
  </message>
  <message>
   <source>28 February</source>
   <translation>28 February</translation>
  </message>
  <message>
   <source>calendar year</source>
   <translation>calendar year</translation>
  </message>
  <message>
   <source>from April on</source>
   <translation>from April on</translation>
  </message>
  <message>
   <source>from July on</source>
   <translation>from July on</translation>
  </message>
  <message>
   <source>from October on</source>
   <translation>from October on</translation>
  </message>
  <message>
   <source>not paid</source>
   <translation>not paid</translation>
  </message>
  <message>
   <source>the rest is paid</source>
   <translation>the rest is paid</translation>
  </message>
  <message>
   <source>by the day, rounded down to the fen</source>
   <translation>by the day, rounded down to the fen</translation>
  </message>
  <message>
   <source>a whole month from 15 days on</source>
   <translation>a whole month from 15 days on</translation>
  </message>
  <message>
   <source>whole months only</source>
   <translation>whole months only</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>not counted</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>counted</translation>
  </message>
  <message>
   <source>as on the first day</source>
   <translation>as on the first day</translation>
  </message>
  <message>
   <source>with the last part</source>
   <translation>with the last part</translation>
  </message>
  <message>
   <source>not chosen yet</source>
   <translation>not chosen yet</translation>
  </message>
  <message>
   <source>%1 yuan</source>
   <translation>%1 yuan</translation>
  </message>
  <message>
   <source>attendance is not asked for</source>
   <translation>attendance is not asked for</translation>
  </message>
  <message>
   <source>only days of attendance count</source>
   <translation>only days of attendance count</translation>
  </message>
 </context>
 <context>
  <name>Premises</name>
  <message>
   <source>elderly care</source>
   <translation>elderly care</translation>
  </message>
  <message>
   <source>something else</source>
   <translation>something else</translation>
  </message>
  <message>
   <source>owned</source>
   <translation>owned</translation>
  </message>
  <message>
   <source>rented</source>
   <translation>rented</translation>
  </message>
  <message>
   <source>provided free of rent</source>
   <translation>provided free of rent</translation>
  </message>
  <message>
   <source>old town</source>
   <translation>old town</translation>
  </message>
  <message>
   <source>estate built before</source>
   <translation>estate built before</translation>
  </message>
  <message>
   <source>new estate</source>
   <translation>new estate</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Floor area</source>
   <translation>Floor area</translation>
  </message>
  <message>
   <source>Beds</source>
   <translation>Beds</translation>
  </message>
  <message>
   <source>Used for</source>
   <translation>Used for</translation>
  </message>
  <message>
   <source>Held by</source>
   <translation>Held by</translation>
  </message>
  <message>
   <source>Kind of neighbourhood</source>
   <translation>Kind of neighbourhood</translation>
  </message>
  <message>
   <source>Change of use agreed on</source>
   <translation>Change of use agreed on</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>First day</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Stopped. Nothing was changed.</translation>
  </message>
 </context>
 <context>
  <name>Project</name>
  <message>
   <source>new building</source>
   <translation>new building</translation>
  </message>
  <message>
   <source>conversion</source>
   <translation>conversion</translation>
  </message>
  <message>
   <source>purchase</source>
   <translation>purchase</translation>
  </message>
  <message>
   <source>lease</source>
   <translation>lease</translation>
  </message>
  <message>
   <source>equipment only</source>
   <translation>equipment only</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Begun on</source>
   <translation>Begun on</translation>
  </message>
  <message>
   <source>Completed on</source>
   <translation>Completed on</translation>
  </message>
  <message>
   <source>Floor area by plan</source>
   <translation>Floor area by plan</translation>
  </message>
  <message>
   <source>Households of the estate</source>
   <translation>Households of the estate</translation>
  </message>
  <message>
   <source>Investment budget</source>
   <translation>Investment budget</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>Approved on</translation>
  </message>
  <message>
   <source>Subsidy approved</source>
   <translation>Subsidy approved</translation>
  </message>
  <message>
   <source>Approval document</source>
   <translation>Approval document</translation>
  </message>
  <message>
   <source>Papers at hand</source>
   <translation>Papers at hand</translation>
  </message>
  <message>
   <source>Use bound until</source>
   <translation>Use bound until</translation>
  </message>
  <message>
   <source>Use changed on</source>
   <translation>Use changed on</translation>
  </message>
 </context>
 <context>
  <name>Receipt</name>
  <message>
   <source>Package</source>
   <translation>Package</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>District</source>
   <translation>District</translation>
  </message>
  <message>
   <source>Signed with</source>
   <translation>Signed with</translation>
  </message>
  <message>
   <source>Written at</source>
   <translation>Written at</translation>
  </message>
  <message>
   <source>Imported at</source>
   <translation>Imported at</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Accepted</translation>
  </message>
  <message>
   <source>Superseded</source>
   <translation>Superseded</translation>
  </message>
  <message>
   <source>In conflict</source>
   <translation>In conflict</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>Decisions</source>
   <translation>Decisions</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Table</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>Revision</source>
   <translation>Revision</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>What the district says</source>
   <translation>What the district says</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>What was done</translation>
  </message>
  <message>
   <source>Decided at</source>
   <translation>Decided at</translation>
  </message>
 </context>
 <context>
  <name>ResidentNumber</name>
  <message>
   <source>full-width digits made plain</source>
   <translation>full-width digits made plain</translation>
  </message>
  <message>
   <source>blanks taken out of the number</source>
   <translation>blanks taken out of the number</translation>
  </message>
  <message>
   <source>x at the end of the number made X</source>
   <translation>x at the end of the number made X</translation>
  </message>
  <message>
   <source>15-digit number widened to 18</source>
   <translation>15-digit number widened to 18</translation>
  </message>
 </context>
 <context>
  <name>RosterColumn</name>
  <message>
   <source>(not taken over)</source>
   <translation>(not taken over)</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sex</translation>
  </message>
  <message>
   <source>Resident number</source>
   <translation>Resident number</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation>Date of birth</translation>
  </message>
  <message>
   <source>Ethnic group</source>
   <translation>Ethnic group</translation>
  </message>
  <message>
   <source>Registered in</source>
   <translation>Registered in</translation>
  </message>
  <message>
   <source>Present address</source>
   <translation>Present address</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Category of hardship</source>
   <translation>Category of hardship</translation>
  </message>
  <message>
   <source>Living arrangement</source>
   <translation>Living arrangement</translation>
  </message>
  <message>
   <source>Ability</source>
   <translation>Ability</translation>
  </message>
  <message>
   <source>Disability</source>
   <translation>Disability</translation>
  </message>
  <message>
   <source>Dementia</source>
   <translation>Dementia</translation>
  </message>
  <message>
   <source>Medical insurance</source>
   <translation>Medical insurance</translation>
  </message>
  <message>
   <source>Family doctor</source>
   <translation>Family doctor</translation>
  </message>
  <message>
   <source>Contact: name</source>
   <translation>Contact: name</translation>
  </message>
  <message>
   <source>Contact: relation</source>
   <translation>Contact: relation</translation>
  </message>
  <message>
   <source>Contact: phone</source>
   <translation>Contact: phone</translation>
  </message>
  <message>
   <source>Card number</source>
   <translation>Card number</translation>
  </message>
  <message>
   <source>Date of death</source>
   <translation>Date of death</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Remarks</translation>
  </message>
 </context>
 <context>
  <name>RosterReason</name>
  <message>
   <source>Full-width digits made plain.</source>
   <translation>Full-width digits made plain.</translation>
  </message>
  <message>
   <source>Blanks taken out of the resident number.</source>
   <translation>Blanks taken out of the resident number.</translation>
  </message>
  <message>
   <source>The last x of the number made X.</source>
   <translation>The last x of the number made X.</translation>
  </message>
  <message>
   <source>15-digit resident number widened to 18 digits.</source>
   <translation>15-digit resident number widened to 18 digits.</translation>
  </message>
  <message>
   <source>Number of a residence permit.</source>
   <translation>Number of a residence permit.</translation>
  </message>
  <message>
   <source>Blanks and dots of the name put right.</source>
   <translation>Blanks and dots of the name put right.</translation>
  </message>
  <message>
   <source>Several phones in one cell were taken apart.</source>
   <translation>Several phones in one cell were taken apart.</translation>
  </message>
  <message>
   <source>The sex is taken from the resident number.</source>
   <translation>The sex is taken from the resident number.</translation>
  </message>
  <message>
   <source>The roster says %1, the resident number %2; the number's is taken. Check it.</source>
   <translation>The roster says %1, the resident number %2; the number's is taken. Check it.</translation>
  </message>
  <message>
   <source>'%1' is no sex. Write 男 or 女.</source>
   <translation>'%1' is no sex. Write 男 or 女.</translation>
  </message>
  <message>
   <source>The roster says born %1, the resident number %2; the number's is taken. Check it.</source>
   <translation>The roster says born %1, the resident number %2; the number's is taken. Check it.</translation>
  </message>
  <message>
   <source>There is no such day as %1; the date of birth in the number counts.</source>
   <translation>There is no such day as %1; the date of birth in the number counts.</translation>
  </message>
  <message>
   <source>'%1' is no date of birth that can be read. Write it as 1937-06-26.</source>
   <translation>'%1' is no date of birth that can be read. Write it as 1937-06-26.</translation>
  </message>
  <message>
   <source>Only the month of birth is known (%1); its first day is entered until the papers are here.</source>
   <translation>Only the month of birth is known (%1); its first day is entered until the papers are here.</translation>
  </message>
  <message>
   <source>Only the year of birth is known (%1); the date of birth stays open.</source>
   <translation>Only the year of birth is known (%1); the date of birth stays open.</translation>
  </message>
  <message>
   <source>Younger than 60 (born %1).</source>
   <translation>Younger than 60 (born %1).</translation>
  </message>
  <message>
   <source>No resident number yet. Add it when the card is here.</source>
   <translation>No resident number yet. Add it when the card is here.</translation>
  </message>
  <message>
   <source>The number ends in 000, as numbers do that a spreadsheet has cut. Compare it with the card.</source>
   <translation>The number ends in 000, as numbers do that a spreadsheet has cut. Compare it with the card.</translation>
  </message>
  <message>
   <source>The resident number begins with a former division (%1).</source>
   <translation>The resident number begins with a former division (%1).</translation>
  </message>
  <message>
   <source>The resident number begins with %1, which is no division known here.</source>
   <translation>The resident number begins with %1, which is no division known here.</translation>
  </message>
  <message>
   <source>It cannot be told which place '%1' is; it is kept as written and opens no subsidy that asks for it.</source>
   <translation>It cannot be told which place '%1' is; it is kept as written and opens no subsidy that asks for it.</translation>
  </message>
  <message>
   <source>'%2' in column '%1' is not known; it is kept in the remarks.</source>
   <translation>'%2' in column '%1' is not known; it is kept in the remarks.</translation>
  </message>
  <message>
   <source>Several economic categories; '%1' is taken, '%2' is kept in the remarks.</source>
   <translation>Several economic categories; '%1' is taken, '%2' is kept in the remarks.</translation>
  </message>
  <message>
   <source>'%1' does not look like a phone number; it is kept as written.</source>
   <translation>'%1' does not look like a phone number; it is kept as written.</translation>
  </message>
  <message>
   <source>The remark says deceased: '%1'. Enter the date of death in the file.</source>
   <translation>The remark says deceased: '%1'. Enter the date of death in the file.</translation>
  </message>
  <message>
   <source>'%1' is no full date of death. Enter it in the file.</source>
   <translation>'%1' is no full date of death. Enter it in the file.</translation>
  </message>
  <message>
   <source>'%1' was longer than %2 characters and has been cut.</source>
   <translation>'%1' was longer than %2 characters and has been cut.</translation>
  </message>
  <message>
   <source>The same person as in row %1.</source>
   <translation>The same person as in row %1.</translation>
  </message>
  <message>
   <source>Here already (%1).</source>
   <translation>Here already (%1).</translation>
  </message>
  <message>
   <source>%1: here '%2', in the roster '%3'.</source>
   <translation>%1: here '%2', in the roster '%3'.</translation>
  </message>
  <message>
   <source>There is no name. Fill it in.</source>
   <translation>There is no name. Fill it in.</translation>
  </message>
  <message>
   <source>The name cannot be right: %1</source>
   <translation>The name cannot be right: %1</translation>
  </message>
  <message>
   <source>The resident number was kept as a number and has lost its last digits. Make the cell a text cell and type it again from the card.</source>
   <translation>The resident number was kept as a number and has lost its last digits. Make the cell a text cell and type it again from the card.</translation>
  </message>
  <message>
   <source>The resident number has a slip: its check digit is wrong. Compare it with the card.</source>
   <translation>The resident number has a slip: its check digit is wrong. Compare it with the card.</translation>
  </message>
  <message>
   <source>The resident number has %1 characters instead of 18. Compare it with the card.</source>
   <translation>The resident number has %1 characters instead of 18. Compare it with the card.</translation>
  </message>
  <message>
   <source>The resident number holds something other than digits. Compare it with the card.</source>
   <translation>The resident number holds something other than digits. Compare it with the card.</translation>
  </message>
  <message>
   <source>The resident number holds no possible date of birth. Compare it with the card.</source>
   <translation>The resident number holds no possible date of birth. Compare it with the card.</translation>
  </message>
  <message>
   <source>Row %1 (%2) has the same resident number under another name. Find out whose it is.</source>
   <translation>Row %1 (%2) has the same resident number under another name. Find out whose it is.</translation>
  </message>
  <message>
   <source>%1 (%2) is here with the same resident number. Find out whose it is.</source>
   <translation>%1 (%2) is here with the same resident number. Find out whose it is.</translation>
  </message>
  <message>
   <source>Several people here have this name and date of birth. Add the resident number.</source>
   <translation>Several people here have this name and date of birth. Add the resident number.</translation>
  </message>
 </context>
 <context>
  <name>ScaleChoice</name>
  <message>
   <source>the milder level is read first</source>
   <translation>the milder level is read first</translation>
  </message>
  <message>
   <source>the graver level is read first</source>
   <translation>the graver level is read first</translation>
  </message>
  <message>
   <source>one level in all, however many clauses apply</source>
   <translation>one level in all, however many clauses apply</translation>
  </message>
  <message>
   <source>one level for each clause</source>
   <translation>one level for each clause</translation>
  </message>
 </context>
 <context>
  <name>Service</name>
  <message>
   <source>at home</source>
   <translation>at home</translation>
  </message>
  <message>
   <source>at the centre</source>
   <translation>at the centre</translation>
  </message>
  <message>
   <source>elsewhere</source>
   <translation>elsewhere</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Began at</source>
   <translation>Began at</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>Minutes</translation>
  </message>
  <message>
   <source>Done by</source>
   <translation>Done by</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Where</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Price</translation>
  </message>
  <message>
   <source>Subsidy</source>
   <translation>Subsidy</translation>
  </message>
  <message>
   <source>Satisfaction, 1 to 5</source>
   <translation>Satisfaction, 1 to 5</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>bought by the government</source>
   <translation>bought by the government</translation>
  </message>
  <message>
   <source>the elder</source>
   <translation>the elder</translation>
  </message>
  <message>
   <source>nobody: volunteers</source>
   <translation>nobody: volunteers</translation>
  </message>
  <message>
   <source>a week</source>
   <translation>a week</translation>
  </message>
  <message>
   <source>a month</source>
   <translation>a month</translation>
  </message>
  <message>
   <source>From</source>
   <translation>From</translation>
  </message>
  <message>
   <source>By which paper</source>
   <translation>By which paper</translation>
  </message>
  <message>
   <source>signature</source>
   <translation>signature</translation>
  </message>
  <message>
   <source>fingerprint</source>
   <translation>fingerprint</translation>
  </message>
  <message>
   <source>signed by another person</source>
   <translation>signed by another person</translation>
  </message>
  <message>
   <source>Who pays</source>
   <translation>Who pays</translation>
  </message>
  <message>
   <source>Together with</source>
   <translation>Together with</translation>
  </message>
  <message>
   <source>Signed how</source>
   <translation>Signed how</translation>
  </message>
  <message>
   <source>Signed at</source>
   <translation>Signed at</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>Signed by</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>Relation to the elder</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>Complaint</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copy</translation>
  </message>
 </context>
 <context>
  <name>Setting</name>
  <message>
   <source>Language</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>Text size in percent</source>
   <translation>Text size in percent</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Contrast</translation>
  </message>
  <message>
   <source>Price of a meal in fen</source>
   <translation>Price of a meal in fen</translation>
  </message>
  <message>
   <source>Policy for meals</source>
   <translation>Policy for meals</translation>
  </message>
  <message>
   <source>District office</source>
   <translation>District office</translation>
  </message>
  <message>
   <source>District key (age)</source>
   <translation>District key (age)</translation>
  </message>
  <message>
   <source>District key (minisign)</source>
   <translation>District key (minisign)</translation>
  </message>
  <message>
   <source>Paper of service slips</source>
   <translation>Paper of service slips</translation>
  </message>
  <message>
   <source>a whole number from 100 to 175</source>
   <translation>a whole number from 100 to 175</translation>
  </message>
  <message>
   <source>a whole number of fen from 0 to 100000</source>
   <translation>a whole number of fen from 0 to 100000</translation>
  </message>
  <message>
   <source>the name of a policy, as baotou-2020-meals</source>
   <translation>the name of a policy, as baotou-2020-meals</translation>
  </message>
  <message>
   <source>at most 200 letters</source>
   <translation>at most 200 letters</translation>
  </message>
  <message>
   <source>empty, or age1 and 58 letters and digits</source>
   <translation>empty, or age1 and 58 letters and digits</translation>
  </message>
  <message>
   <source>empty, or RW and 54 letters and digits</source>
   <translation>empty, or RW and 54 letters and digits</translation>
  </message>
  <message>
   <source>Assessments that a second person keys again, in percent</source>
   <translation>Assessments that a second person keys again, in percent</translation>
  </message>
  <message>
   <source>a whole number from 0 to 100</source>
   <translation>a whole number from 0 to 100</translation>
  </message>
  <message>
   <source>Days before an assessment ends to remind</source>
   <translation>Days before an assessment ends to remind</translation>
  </message>
  <message>
   <source>a whole number of days from 0 to 365</source>
   <translation>a whole number of days from 0 to 365</translation>
  </message>
  <message>
   <source>Ask for religion in assessments</source>
   <translation>Ask for religion in assessments</translation>
  </message>
  <message>
   <source>Minutes without a key or mouse until it locks</source>
   <translation>Minutes without a key or mouse until it locks</translation>
  </message>
  <message>
   <source>a whole number of minutes from 0 (never) to 240</source>
   <translation>a whole number of minutes from 0 (never) to 240</translation>
  </message>
  <message>
   <source>Weeks of day care after which one is no regular any more</source>
   <translation>Weeks of day care after which one is no regular any more</translation>
  </message>
  <message>
   <source>a whole number of weeks from 1 to 52</source>
   <translation>a whole number of weeks from 1 to 52</translation>
  </message>
  <message>
   <source>Policy for renting devices</source>
   <translation>Policy for renting devices</translation>
  </message>
  <message>
   <source>the name of a policy, as nm-aid</source>
   <translation>the name of a policy, as nm-aid</translation>
  </message>
  <message>
   <source>Days after which entering a meal wants a second person</source>
   <translation>Days after which entering a meal wants a second person</translation>
  </message>
 </context>
 <context>
  <name>Site</name>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
 </context>
 <context>
  <name>Staff</name>
  <message>
   <source>care worker</source>
   <translation>care worker</translation>
  </message>
  <message>
   <source>nurse</source>
   <translation>nurse</translation>
  </message>
  <message>
   <source>social worker</source>
   <translation>social worker</translation>
  </message>
  <message>
   <source>assessor</source>
   <translation>assessor</translation>
  </message>
  <message>
   <source>cook</source>
   <translation>cook</translation>
  </message>
  <message>
   <source>driver</source>
   <translation>driver</translation>
  </message>
  <message>
   <source>manager</source>
   <translation>manager</translation>
  </message>
  <message>
   <source>volunteer</source>
   <translation>volunteer</translation>
  </message>
  <message>
   <source>other</source>
   <translation>other</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Role</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>Certificates</translation>
  </message>
  <message>
   <source>Trained on</source>
   <translation>Trained on</translation>
  </message>
  <message>
   <source>Works here since</source>
   <translation>Works here since</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Last day</translation>
  </message>
  <message>
   <source>Hours a week</source>
   <translation>Hours a week</translation>
  </message>
 </context>
 <context>
  <name>User</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Role</translation>
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>paid</source>
   <translation>paid</translation>
  </message>
  <message>
   <source>not payable</source>
   <translation>not payable</translation>
  </message>
  <message>
   <source>held</source>
   <translation>held</translation>
  </message>
 </context>
 <context>
  <name>Visit</name>
  <message>
   <source>visit</source>
   <translation>visit</translation>
  </message>
  <message>
   <source>survival check</source>
   <translation>survival check</translation>
  </message>
  <message>
   <source>at the door</source>
   <translation>at the door</translation>
  </message>
  <message>
   <source>by telephone</source>
   <translation>by telephone</translation>
  </message>
  <message>
   <source>by video</source>
   <translation>by video</translation>
  </message>
  <message>
   <source>otherwise</source>
   <translation>otherwise</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>How</source>
   <translation>How</translation>
  </message>
  <message>
   <source>Visitor</source>
   <translation>Visitor</translation>
  </message>
  <message>
   <source>Met in person</source>
   <translation>Met in person</translation>
  </message>
  <message>
   <source>Next due</source>
   <translation>Next due</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>Condition</translation>
  </message>
  <message>
   <source>Risks</source>
   <translation>Risks</translation>
  </message>
  <message>
   <source>Passed on to</source>
   <translation>Passed on to</translation>
  </message>
 </context>
 <context>
  <name>VisitTier</name>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>How often</translation>
  </message>
  <message>
   <source>From</source>
   <translation>From</translation>
  </message>
  <message>
   <source>First visit by</source>
   <translation>First visit by</translation>
  </message>
  <message>
   <source>Proposed by the facts</source>
   <translation>Proposed by the facts</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Where it came from</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
 </context>
 <context>
  <name>songhe::AbsenceDesk</name>
  <message>
   <source>Elder %1 is absent from %2 to %3 already (number %4). Please end that absence first, or change its days.</source>
   <translation>Elder %1 is absent from %2 to %3 already (number %4). Please end that absence first, or change its days.</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>further notice</translation>
  </message>
  <message>
   <source>There is no absence with number %1.</source>
   <translation>There is no absence with number %1.</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as having come to day care on %2. Please check that day, or the days of the absence.</source>
   <translation>Elder %1 is recorded as having come to day care on %2. Please check that day, or the days of the absence.</translation>
  </message>
 </context>
 <context>
  <name>songhe::AgreementDesk</name>
  <message>
   <source>Agreement %1 of this elder covers some of these services from %2 on. Please end that one first, or choose other services.</source>
   <translation>Agreement %1 of this elder covers some of these services from %2 on. Please end that one first, or choose other services.</translation>
  </message>
  <message>
   <source>A plan asks for 1 to %1 times, not %2.</source>
   <translation>A plan asks for 1 to %1 times, not %2.</translation>
  </message>
  <message>
   <source>There is no assessment %1 of this elder. Please check the number.</source>
   <translation>There is no assessment %1 of this elder. Please check the number.</translation>
  </message>
  <message>
   <source>Elder %1 has no confirmed assessment up to %2, so no plan can be proposed. Please assess her first, or write the plan by hand.</source>
   <translation>Elder %1 has no confirmed assessment up to %2, so no plan can be proposed. Please assess her first, or write the plan by hand.</translation>
  </message>
 </context>
 <context>
  <name>songhe::AnswerSheet</name>
  <message>
   <source>answers: item codes and scores are wanted here, as {"B.1.1": 10}.</source>
   <translation>answers: item codes and scores are wanted here, as {"B.1.1": 10}.</translation>
  </message>
  <message>
   <source>%1: %2 has no such item.</source>
   <translation>%1: %2 has no such item.</translation>
  </message>
  <message>
   <source>%1: '%2' is no answer to '%3'. Possible: %4.</source>
   <translation>%1: '%2' is no answer to '%3'. Possible: %4.</translation>
  </message>
  <message>
   <source>diagnosed: a list is wanted here, of: %1.</source>
   <translation>diagnosed: a list is wanted here, of: %1.</translation>
  </message>
  <message>
   <source>diagnosed: '%1' is not known. Use: %2.</source>
   <translation>diagnosed: '%1' is not known. Use: %2.</translation>
  </message>
  <message>
   <source>events: kinds and numbers are wanted here, as {"fall": 1}.</source>
   <translation>events: kinds and numbers are wanted here, as {"fall": 1}.</translation>
  </message>
  <message>
   <source>events.%1: %2 knows no such event.</source>
   <translation>events.%1: %2 knows no such event.</translation>
  </message>
  <message>
   <source>events.%1: a whole number from 0 to %2 is wanted here.</source>
   <translation>events.%1: a whole number from 0 to %2 is wanted here.</translation>
  </message>
  <message>
   <source>coma: true or false is wanted here.</source>
   <translation>coma: true or false is wanted here.</translation>
  </message>
  <message>
   <source>%1: the sheet says coma, but '%2' is answered with %3. Correct one of them.</source>
   <translation>%1: the sheet says coma, but '%2' is answered with %3. Correct one of them.</translation>
  </message>
  <message>
   <source>diagnosed</source>
   <translation>diagnosed</translation>
  </message>
 </context>
 <context>
  <name>songhe::AssessmentDesk</name>
  <message>
   <source>The day %1 has not come yet. An assessment is dated on the day it was made.</source>
   <translation>The day %1 has not come yet. An assessment is dated on the day it was made.</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>There is no elder with number %1. Please search by name or number tail.</translation>
  </message>
  <message>
   <source>This file was made void (%1). Please assess her under the file that counts.</source>
   <translation>This file was made void (%1). Please assess her under the file that counts.</translation>
  </message>
  <message>
   <source>Recorded as deceased on %1. Please check whom this sheet is about.</source>
   <translation>Recorded as deceased on %1. Please check whom this sheet is about.</translation>
  </message>
  <message>
   <source>Assessment %1 was made void; it cannot be changed.</source>
   <translation>Assessment %1 was made void; it cannot be changed.</translation>
  </message>
  <message>
   <source>There is no assessment with number %1.</source>
   <translation>There is no assessment with number %1.</translation>
  </message>
  <message>
   <source>The tables of this assessment are too long. Please shorten the texts.</source>
   <translation>The tables of this assessment are too long. Please shorten the texts.</translation>
  </message>
  <message>
   <source>This assessment is confirmed and cannot be changed. Make it void with a reason, or confirm a new one that replaces it.</source>
   <translation>This assessment is confirmed and cannot be changed. Make it void with a reason, or confirm a new one that replaces it.</translation>
  </message>
  <message>
   <source>%1 wants two assessors. Please enter both names.</source>
   <translation>%1 wants two assessors. Please enter both names.</translation>
  </message>
  <message>
   <source>Please enter the assessor's name.</source>
   <translation>Please enter the assessor's name.</translation>
  </message>
  <message>
   <source>The standard's text gives two levels for these grades (%1). Both assessors must stand by the result: please enter why.</source>
   <translation>The standard's text gives two levels for these grades (%1). Both assessors must stand by the result: please enter why.</translation>
  </message>
  <message>
   <source>This sheet was chosen for a second keying. Another person must key it before it is confirmed.</source>
   <translation>This sheet was chosen for a second keying. Another person must key it before it is confirmed.</translation>
  </message>
  <message>
   <source>The two keyings differ at %1. Look at the paper and correct the one that is wrong.</source>
   <translation>The two keyings differ at %1. Look at the paper and correct the one that is wrong.</translation>
  </message>
  <message>
   <source>%1: not answered yet. An assessment is confirmed when every item has its answer.</source>
   <translation>%1: not answered yet. An assessment is confirmed when every item has its answer.</translation>
  </message>
  <message>
   <source>Assessment %1 cannot be replaced by this one: it is not a confirmed one of the same elder.</source>
   <translation>Assessment %1 cannot be replaced by this one: it is not a confirmed one of the same elder.</translation>
  </message>
  <message>
   <source>Assessment %1 of the same day is confirmed already. If this sheet corrects it, confirm it as the one that replaces it.</source>
   <translation>Assessment %1 of the same day is confirmed already. If this sheet corrects it, confirm it as the one that replaces it.</translation>
  </message>
  <message>
   <source>Assessment %1 is %2 already.</source>
   <translation>Assessment %1 is %2 already.</translation>
  </message>
  <message>
   <source>This assessment is confirmed; there is nothing more to compare.</source>
   <translation>This assessment is confirmed; there is nothing more to compare.</translation>
  </message>
  <message>
   <source>You filled this sheet yourself. The second keying is for another person.</source>
   <translation>You filled this sheet yourself. The second keying is for another person.</translation>
  </message>
  <message>
   <source>The second keying is not full yet: %1.</source>
   <translation>The second keying is not full yet: %1.</translation>
  </message>
  <message>
   <source>The drawing must be a JPEG or PNG of at most 2 MB.</source>
   <translation>The drawing must be a JPEG or PNG of at most 2 MB.</translation>
  </message>
  <message>
   <source>This assessment is confirmed; its drawing stays as it is.</source>
   <translation>This assessment is confirmed; its drawing stays as it is.</translation>
  </message>
  <message>
   <source>The standards do not leave open '%1'. They leave open: %2.</source>
   <translation>The standards do not leave open '%1'. They leave open: %2.</translation>
  </message>
 </context>
 <context>
  <name>songhe::AttendanceDesk</name>
  <message>
   <source>'%1' is no time of the day. Write it as 08:10.</source>
   <translation>'%1' is no time of the day. Write it as 08:10.</translation>
  </message>
  <message>
   <source>She left at %1, before she came at %2. Please check both times.</source>
   <translation>She left at %1, before she came at %2. Please check both times.</translation>
  </message>
  <message>
   <source>The day %1 has not come yet. Attendance is recorded on its day or later.</source>
   <translation>The day %1 has not come yet. Attendance is recorded on its day or later.</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as absent on %2 (%3, number %4). If she is back, please end that absence the day before.</source>
   <translation>Elder %1 is recorded as absent on %2 (%3, number %4). If she is back, please end that absence the day before.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
  <message>
   <source>Elder %1 came at %2 on %3 already (number %4). Change that record if the time was wrong.</source>
   <translation>Elder %1 came at %2 on %3 already (number %4). Change that record if the time was wrong.</translation>
  </message>
  <message>
   <source>Elder %1 is not recorded as having come on %2. Please record that first.</source>
   <translation>Elder %1 is not recorded as having come on %2. Please record that first.</translation>
  </message>
  <message>
   <source>Elder %1 left at %2 already (number %3). Change that record if the time was wrong.</source>
   <translation>Elder %1 left at %2 already (number %3). Change that record if the time was wrong.</translation>
  </message>
  <message>
   <source>Nothing of the list was recorded. %1</source>
   <translation>Nothing of the list was recorded. %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::AuditLog</name>
  <message>
   <source>Entry %1 is missing from the audit log.</source>
   <translation>Entry %1 is missing from the audit log.</translation>
  </message>
  <message>
   <source>Entry %1 of the audit log was altered.</source>
   <translation>Entry %1 of the audit log was altered.</translation>
  </message>
  <message>
   <source>The audit chain is broken at entry %1.</source>
   <translation>The audit chain is broken at entry %1.</translation>
  </message>
 </context>
 <context>
  <name>songhe::BedDesk</name>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>There is no facility %1. Please add it first.</translation>
  </message>
  <message>
   <source>Facility %1 was not open on %2. Please check the first day, or the facility's own days.</source>
   <translation>Facility %1 was not open on %2. Please check the first day, or the facility's own days.</translation>
  </message>
  <message>
   <source>Elder %1 has a bed from %2 to %3 already (stay %4). Please end that stay the day before.</source>
   <translation>Elder %1 has a bed from %2 to %3 already (stay %4). Please end that stay the day before.</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>further notice</translation>
  </message>
  <message>
   <source>Elder %1 has a bed at home from %2 to %3 already (number %4). Please end that one the day before.</source>
   <translation>Elder %1 has a bed at home from %2 to %3 already (number %4). Please end that one the day before.</translation>
  </message>
  <message>
   <source>Bed %1 is taken from %2 to %3 by elder %4 (stay %5). Please choose another bed or end that stay.</source>
   <translation>Bed %1 is taken from %2 to %3 by elder %4 (stay %5). Please choose another bed or end that stay.</translation>
  </message>
  <message>
   <source>There is no stay with number %1.</source>
   <translation>There is no stay with number %1.</translation>
  </message>
  <message>
   <source>There is no bed at home with number %1.</source>
   <translation>There is no bed at home with number %1.</translation>
  </message>
 </context>
 <context>
  <name>songhe::BookingDesk</name>
  <message>
   <source>The time is missing. When shall the service begin?</source>
   <translation>The time is missing. When shall the service begin?</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the booking is for %2. Give both for the same day.</source>
   <translation>The moment 'at' lies on %1 in China, but the booking is for %2. Give both for the same day.</translation>
  </message>
  <message>
   <source>A service takes 1 to %1 minutes, not %2.</source>
   <translation>A service takes 1 to %1 minutes, not %2.</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>There is nobody of the staff with number %1. Please add the person first.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
  <message>
   <source>Elder %1 is absent on %2 (%3, number %4). Please choose another day, or end that absence first.</source>
   <translation>Elder %1 is absent on %2 (%3, number %4). Please choose another day, or end that absence first.</translation>
  </message>
  <message>
   <source>There is no booking with number %1. Its number stands on the list of bookings.</source>
   <translation>There is no booking with number %1. Its number stands on the list of bookings.</translation>
  </message>
  <message>
   <source>Booking %1 is not open any more: %2.</source>
   <translation>Booking %1 is not open any more: %2.</translation>
  </message>
  <message>
   <source>Provider: %1</source>
   <translation>Provider: %1</translation>
  </message>
  <message>
   <source>Please write why the booking is cancelled.</source>
   <translation>Please write why the booking is cancelled.</translation>
  </message>
  <message>
   <source>Booking %1 is not cancelled: %2.</source>
   <translation>Booking %1 is not cancelled: %2.</translation>
  </message>
 </context>
 <context>
  <name>songhe::CareSearch</name>
  <message>
   <source>Incident: %1</source>
   <translation>Incident: %1</translation>
  </message>
  <message>
   <source>Visit: %1</source>
   <translation>Visit: %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::Catalogue</name>
  <message>
   <source>'%1' is no item of the service catalogue. Use one of: %2.</source>
   <translation>'%1' is no item of the service catalogue. Use one of: %2.</translation>
  </message>
  <message>
   <source>The service catalogue %1 cannot be read.</source>
   <translation>The service catalogue %1 cannot be read.</translation>
  </message>
  <message>
   <source>a list is wanted here; it may be empty.</source>
   <translation>a list is wanted here; it may be empty.</translation>
  </message>
  <message>
   <source>'%1' is not known here. Use: %2.</source>
   <translation>'%1' is not known here. Use: %2.</translation>
  </message>
  <message>
   <source>'%1' stands here twice.</source>
   <translation>'%1' stands here twice.</translation>
  </message>
  <message>
   <source>the last day lies before the first.</source>
   <translation>the last day lies before the first.</translation>
  </message>
  <message>
   <source>at least one price is wanted here.</source>
   <translation>at least one price is wanted here.</translation>
  </message>
  <message>
   <source>two prices hold on %1. End the earlier one the day before.</source>
   <translation>two prices hold on %1. End the earlier one the day before.</translation>
  </message>
  <message>
   <source>a word of small letters such as cleaning is wanted here.</source>
   <translation>a word of small letters such as cleaning is wanted here.</translation>
  </message>
  <message>
   <source>at least one payer is wanted here.</source>
   <translation>at least one payer is wanted here.</translation>
  </message>
  <message>
   <source>at least one place is wanted here.</source>
   <translation>at least one place is wanted here.</translation>
  </message>
  <message>
   <source>'%1' is no item of this file.</source>
   <translation>'%1' is no item of this file.</translation>
  </message>
  <message>
   <source>the rules of this file answer otherwise.</source>
   <translation>the rules of this file answer otherwise.</translation>
  </message>
  <message>
   <source>'%1' is offered from %2 on, not yet on %3. Please choose another day or another service.</source>
   <translation>'%1' is offered from %2 on, not yet on %3. Please choose another day or another service.</translation>
  </message>
  <message>
   <source>'%1' was offered until %2, no longer on %3. Please choose another day or another service.</source>
   <translation>'%1' was offered until %2, no longer on %3. Please choose another day or another service.</translation>
  </message>
 </context>
 <context>
  <name>songhe::CatalogueDesk</name>
  <message>
   <source>The first day is missing. From which day on does this price hold?</source>
   <translation>The first day is missing. From which day on does this price hold?</translation>
  </message>
  <message>
   <source>A price lies between 0 and %1 yuan, not %2.</source>
   <translation>A price lies between 0 and %1 yuan, not %2.</translation>
  </message>
  <message>
   <source>From %1 on a price of %2 yuan stands already (number %3). Make that one void first.</source>
   <translation>From %1 on a price of %2 yuan stands already (number %3). Make that one void first.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClaimCheck</name>
  <message>
   <source>meal on %1 while she is recorded as away or in hospital (%2)</source>
   <translation>meal on %1 while she is recorded as away or in hospital (%2)</translation>
  </message>
  <message>
   <source>meals at more than one point on %1; one is paid</source>
   <translation>meals at more than one point on %1; one is paid</translation>
  </message>
  <message>
   <source>no signature for the meal of %1</source>
   <translation>no signature for the meal of %1</translation>
  </message>
  <message>
   <source>%1 meals in a period of %2 days; is that right?</source>
   <translation>%1 meals in a period of %2 days; is that right?</translation>
  </message>
  <message>
   <source>the meal of %1 was entered on %2</source>
   <translation>the meal of %1 was entered on %2</translation>
  </message>
  <message>
   <source>what she is paid for ends on %1 (%2); ask for the new paper</source>
   <translation>what she is paid for ends on %1 (%2); ask for the new paper</translation>
  </message>
  <message>
   <source>paid by a declared ability level, not by an assessment; assess her</source>
   <translation>paid by a declared ability level, not by an assessment; assess her</translation>
  </message>
  <message>
   <source>the line of %1 is held (%2)</source>
   <translation>the line of %1 is held (%2)</translation>
  </message>
  <message>
   <source>a meal on %1, after the death</source>
   <translation>a meal on %1, after the death</translation>
  </message>
  <message>
   <source>in a bed, and recorded as away or in hospital from %1 (%2); those days are not counted</source>
   <translation>in a bed, and recorded as away or in hospital from %1 (%2); those days are not counted</translation>
  </message>
  <message>
   <source>the ability level changed on %1, within the month; the level of the first day was taken</source>
   <translation>the ability level changed on %1, within the month; the level of the first day was taken</translation>
  </message>
  <message>
   <source>the use changed on %1, before the years for which it is bound were over; %2 yuan were claimed</source>
   <translation>the use changed on %1, before the years for which it is bound were over; %2 yuan were claimed</translation>
  </message>
  <message>
   <source>one member of staff in two places at a time on %1</source>
   <translation>one member of staff in two places at a time on %1</translation>
  </message>
  <message>
   <source>a bed at home and a stay in an institution on %1</source>
   <translation>a bed at home and a stay in an institution on %1</translation>
  </message>
  <message>
   <source>of this point's yearly %1 yuan, %2 are used after this claim</source>
   <translation>of this point's yearly %1 yuan, %2 are used after this claim</translation>
  </message>
  <message>
   <source>the policy is a draft for comment; note its number before the claim is sent</source>
   <translation>the policy is a draft for comment; note its number before the claim is sent</translation>
  </message>
  <message>
   <source>no evaluation of the point for this year is on file; the amount is provisional</source>
   <translation>no evaluation of the point for this year is on file; the amount is provisional</translation>
  </message>
  <message>
   <source>an earlier period is still a draft; corrections go into that one</source>
   <translation>an earlier period is still a draft; corrections go into that one</translation>
  </message>
  <message>
   <source>two services for one elder at the same time on %1</source>
   <translation>two services for one elder at the same time on %1</translation>
  </message>
  <message>
   <source>the computer's clock went back from %1 to %2: times of entries around then may be wrong</source>
   <translation>the computer's clock went back from %1 to %2: times of entries around then may be wrong</translation>
  </message>
  <message>
   <source>lent for %1 yuan a month, which is more than her category of the lending day allows</source>
   <translation>lent for %1 yuan a month, which is more than her category of the lending day allows</translation>
  </message>
  <message>
   <source>in a bed, and recorded as away or in hospital from %1 (%2); those days are counted, as was chosen for the policy</source>
   <translation>in a bed, and recorded as away or in hospital from %1 (%2); those days are counted, as was chosen for the policy</translation>
  </message>
  <message>
   <source>a bed by day is claimed, and on %1 day(s) on which others came to day care she is not recorded as having come, first on %2; please check the attendance</source>
   <translation>a bed by day is claimed, and on %1 day on which others came to day care she is not recorded as having come, first on %2; please check the attendance</translation>
  </message>
  <message>
   <source>day care served on %1, and no attendance recorded that day; record it, or make the service void</source>
   <translation>day care served on %1, and no attendance recorded that day; record it, or make the service void</translation>
  </message>
  <message>
   <source>came to day care on %1 while she is recorded as away or in hospital (%2); one of the two is wrong</source>
   <translation>came to day care on %1 while she is recorded as away or in hospital (%2); one of the two is wrong</translation>
  </message>
  <message>
   <source>came to day care on %1, after the death on %2; please check both days</source>
   <translation>came to day care on %1, after the death on %2; please check both days</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClaimDesk</name>
  <message>
   <source>%1 is the manager's to do. Please sign in as the manager.</source>
   <translation>%1 is the manager's to do. Please sign in as the manager.</translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>Claim %1 for %2 is %3. It becomes '%4' only from: %5.</source>
   <translation>Claim %1 for %2 is %3. It becomes '%4' only from: %5.</translation>
  </message>
  <message>
   <source>Signing a claim</source>
   <translation>Signing a claim</translation>
  </message>
  <message>
   <source>Nothing was signed: records changed since the draft for %1 was written. Settle it again, look at what changed, then sign.</source>
   <translation>Nothing was signed: records changed since the draft for %1 was written. Settle it again, look at what changed, then sign.</translation>
  </message>
  <message>
   <source>Please write down why the district returned it.</source>
   <translation>Please write down why the district returned it.</translation>
  </message>
  <message>
   <source>Line %1 is none of claim %2. 'claim show' lists its lines.</source>
   <translation>Line %1 is none of claim %2. 'claim show' lists its lines.</translation>
  </message>
  <message>
   <source>Opening a closed month</source>
   <translation>Opening a closed month</translation>
  </message>
  <message>
   <source>Please name the reason for which the month is opened.</source>
   <translation>Please name the reason for which the month is opened.</translation>
  </message>
  <message>
   <source>A month is opened for 1 to %1 days.</source>
   <translation>A month is opened for 1 to %1 days.</translation>
  </message>
  <message>
   <source>%1 is not closed: its claim is not signed.</source>
   <translation>%1 is not closed: its claim is not signed.</translation>
  </message>
  <message>
   <source>Claim %1 for %2 cannot be accepted any more: claim %3 took its place.</source>
   <translation>Claim %1 for %2 cannot be accepted any more: claim %3 took its place.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClaimReplay</name>
  <message>
   <source>%1 %2 of %3 is missing among the lines</source>
   <translation>%1 %2 of %3 is missing among the lines</translation>
  </message>
  <message>
   <source>line %1 (%2 %3 of %4) says %5 yuan, %6; recomputed: %7 %8 of %9</source>
   <translation>line %1 (%2 %3 of %4) says %5 yuan, %6; recomputed: %7 %8 of %9</translation>
  </message>
  <message>
   <source>line %1 (%2 %3) has no record behind it</source>
   <translation>line %1 (%2 %3) has no record behind it</translation>
  </message>
  <message>
   <source>%1 is not what the claim was signed by</source>
   <translation>%1 is not what the claim was signed by</translation>
  </message>
  <message>
   <source>the lines come to %1 yuan, the claim says %2</source>
   <translation>the lines come to %1 yuan, the claim says %2</translation>
  </message>
  <message>
   <source>the lines are the same, but the claim's digest is another: its head was changed</source>
   <translation>the lines are the same, but the claim's digest is another: its head was changed</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClosedDaysRepository</name>
  <message>
   <source>%1 is closed: its claim is signed. Ask the manager to open it for a named reason; what is entered then goes into the next claim as a late record.</source>
   <translation>%1 is closed: its claim is signed. Ask the manager to open it for a named reason; what is entered then goes into the next claim as a late record.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ColumnPlan</name>
  <message>
   <source>No headings were found. The table needs a row that names its columns, such as 姓名, 身份证号码 and 户籍地.</source>
   <translation>No headings were found. The table needs a row that names its columns, such as 姓名, 身份证号码 and 户籍地.</translation>
  </message>
 </context>
 <context>
  <name>songhe::CsvReader</name>
  <message>
   <source>This is no table: the file holds bytes that are neither UTF-8 nor GB18030 text. Choose the roster as .xlsx, .xls, .ods or .csv.</source>
   <translation>This is no table: the file holds bytes that are neither UTF-8 nor GB18030 text. Choose the roster as .xlsx, .xls, .ods or .csv.</translation>
  </message>
  <message>
   <source>Text in GB18030 cannot be read here. Save the table as .xlsx and import that.</source>
   <translation>Text in GB18030 cannot be read here. Save the table as .xlsx and import that.</translation>
  </message>
  <message>
   <source>In row %1 a cell begins with a quotation mark that never ends. The file may be torn; save it again from where it came from.</source>
   <translation>In row %1 a cell begins with a quotation mark that never ends. The file may be torn; save it again from where it came from.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DataFile</name>
  <message>
   <source>the file is too large to be one of ours.</source>
   <translation>the file is too large to be one of ours.</translation>
  </message>
  <message>
   <source>line %1</source>
   <translation>line %1</translation>
  </message>
  <message>
   <source>the file must hold one object in braces.</source>
   <translation>the file must hold one object in braces.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DataFolder</name>
  <message>
   <source>The data folder %1 cannot be made. Please check the place and its permissions.</source>
   <translation>The data folder %1 cannot be made. Please check the place and its permissions.</translation>
  </message>
  <message>
   <source>Another Songhe is working with the data in %1. Please close it first.</source>
   <translation>Another Songhe is working with the data in %1. Please close it first.</translation>
  </message>
  <message>
   <source>The data folder %1 cannot be written. Please check its permissions; nothing was changed.</source>
   <translation>The data folder %1 cannot be written. Please check its permissions; nothing was changed.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DataObject</name>
  <message>
   <source>this list is empty.</source>
   <translation>this list is empty.</translation>
  </message>
  <message>
   <source>a list of alternatives cannot stand within another.</source>
   <translation>a list of alternatives cannot stand within another.</translation>
  </message>
  <message>
   <source>a division code of six digits is wanted here.</source>
   <translation>a division code of six digits is wanted here.</translation>
  </message>
  <message>
   <source>this key is missing.</source>
   <translation>this key is missing.</translation>
  </message>
  <message>
   <source>a text is wanted here.</source>
   <translation>a text is wanted here.</translation>
  </message>
  <message>
   <source>a whole number from %1 to %2 is wanted here.</source>
   <translation>a whole number from %1 to %2 is wanted here.</translation>
  </message>
  <message>
   <source>true or false is wanted here.</source>
   <translation>true or false is wanted here.</translation>
  </message>
  <message>
   <source>a day like 2021-09-03 is wanted here.</source>
   <translation>a day like 2021-09-03 is wanted here.</translation>
  </message>
  <message>
   <source>a text or a list of texts is wanted here.</source>
   <translation>a text or a list of texts is wanted here.</translation>
  </message>
  <message>
   <source>an object in braces is wanted here.</source>
   <translation>an object in braces is wanted here.</translation>
  </message>
  <message>
   <source>a list of objects is wanted here.</source>
   <translation>a list of objects is wanted here.</translation>
  </message>
  <message>
   <source>'%1' is not known. Use one of: %2.</source>
   <translation>'%1' is not known. Use one of: %2.</translation>
  </message>
  <message>
   <source>this key is not known. Take it out, or use a newer version of the program.</source>
   <translation>this key is not known. Take it out, or use a newer version of the program.</translation>
  </message>
  <message>
   <source>there are no words for the reason %1.</source>
   <translation>there are no words for the reason %1.</translation>
  </message>
  <message>
   <source>no condition or limit gives this reason.</source>
   <translation>no condition or limit gives this reason.</translation>
  </message>
  <message>
   <source>the placeholder {%1} cannot be filled.</source>
   <translation>the placeholder {%1} cannot be filled.</translation>
  </message>
  <message>
   <source>this example gives %1 fen with %2, not %3 fen with %4.</source>
   <translation>this example gives %1 fen with %2, not %3 fen with %4.</translation>
  </message>
  <message>
   <source>the last day lies before the first.</source>
   <translation>the last day lies before the first.</translation>
  </message>
  <message>
   <source>one score for each of its %1 items is wanted.</source>
   <translation>one score for each of its %1 items is wanted.</translation>
  </message>
  <message>
   <source>this example gives %1.</source>
   <translation>this example gives %1.</translation>
  </message>
  <message>
   <source>its choices must be months from 1 to 120.</source>
   <translation>its choices must be months from 1 to 120.</translation>
  </message>
  <message>
   <source>the best answers of its items do not add up to this.</source>
   <translation>the best answers of its items do not add up to this.</translation>
  </message>
  <message>
   <source>one key is wanted that no other option of the item has.</source>
   <translation>one key is wanted that no other option of the item has.</translation>
  </message>
  <message>
   <source>an item needs two options or more.</source>
   <translation>an item needs two options or more.</translation>
  </message>
  <message>
   <source>another item has this code.</source>
   <translation>another item has this code.</translation>
  </message>
  <message>
   <source>grades stand in order, from 0 upwards.</source>
   <translation>grades stand in order, from 0 upwards.</translation>
  </message>
  <message>
   <source>this band contradicts the direction of the group.</source>
   <translation>this band contradicts the direction of the group.</translation>
  </message>
  <message>
   <source>the sum %1 lies in %2 bands, not in one.</source>
   <translation>the sum %1 lies in %2 bands, not in one.</translation>
  </message>
  <message>
   <source>the group has no such item.</source>
   <translation>the group has no such item.</translation>
  </message>
  <message>
   <source>too many combinations of answers to be proved.</source>
   <translation>too many combinations of answers to be proved.</translation>
  </message>
  <message>
   <source>some combination of answers has no grade.</source>
   <translation>some combination of answers has no grade.</translation>
  </message>
  <message>
   <source>levels stand in order, from 0 upwards.</source>
   <translation>levels stand in order, from 0 upwards.</translation>
  </message>
  <message>
   <source>another level has this key.</source>
   <translation>another level has this key.</translation>
  </message>
  <message>
   <source>a scale needs two levels or more.</source>
   <translation>a scale needs two levels or more.</translation>
  </message>
  <message>
   <source>the groups' highest sums do not add up to this.</source>
   <translation>the groups' highest sums do not add up to this.</translation>
  </message>
  <message>
   <source>%1 is no group with grades.</source>
   <translation>%1 is no group with grades.</translation>
  </message>
  <message>
   <source>'%1' is no level.</source>
   <translation>'%1' is no level.</translation>
  </message>
  <message>
   <source>every one of the %1 combinations of grades wants one level.</source>
   <translation>every one of the %1 combinations of grades wants one level.</translation>
  </message>
  <message>
   <source>'?' wants a key 'open' that tells the setting.</source>
   <translation>'?' wants a key 'open' that tells the setting.</translation>
  </message>
  <message>
   <source>the scale has no such setting.</source>
   <translation>the scale has no such setting.</translation>
  </message>
  <message>
   <source>another clause has this id.</source>
   <translation>another clause has this id.</translation>
  </message>
  <message>
   <source>'%1' is none of the scale's diagnoses.</source>
   <translation>'%1' is none of the scale's diagnoses.</translation>
  </message>
  <message>
   <source>there is no such item, or it has no such score.</source>
   <translation>there is no such item, or it has no such score.</translation>
  </message>
  <message>
   <source>'%1' is none of the scale's events.</source>
   <translation>'%1' is none of the scale's events.</translation>
  </message>
  <message>
   <source>a list of whole numbers is wanted here.</source>
   <translation>a list of whole numbers is wanted here.</translation>
  </message>
  <message>
   <source>whole numbers from %1 to %2 are wanted here.</source>
   <translation>whole numbers from %1 to %2 are wanted here.</translation>
  </message>
  <message>
   <source>where every tier has a condition, name the reason if none holds.</source>
   <translation>where every tier has a condition, name the reason if none holds.</translation>
  </message>
  <message>
   <source>the setting %1 is missing.</source>
   <translation>the setting %1 is missing.</translation>
  </message>
  <message>
   <source>attendance is known of months in beds and of services only.</source>
   <translation>attendance is known of months in beds and of services only.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Day</name>
  <message>
   <source>d MMM</source>
   <extracomment>A day of this year, as a QLocale date format</extracomment>
   <translation>d MMM</translation>
  </message>
 </context>
 <context>
  <name>songhe::DaySpan</name>
  <message>
   <source>The first day is missing. Please fill it in.</source>
   <translation>The first day is missing. Please fill it in.</translation>
  </message>
  <message>
   <source>The last day (%1) lies before the first (%2). Please check both.</source>
   <translation>The last day (%1) lies before the first (%2). Please check both.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Demo</name>
  <message>
   <source>A demonstration has 1 to %1 elders.</source>
   <translation>A demonstration has 1 to %1 elders.</translation>
  </message>
  <message>
   <source>A demonstration covers 1 to %1 years.</source>
   <translation>A demonstration covers 1 to %1 years.</translation>
  </message>
  <message>
   <source>This centre holds records already. Invented ones go into a fresh centre only: please choose an empty data folder.</source>
   <translation>This centre holds records already. Invented ones go into a fresh centre only: please choose an empty data folder.</translation>
  </message>
  <message>
   <source>The demonstration could not be written. Please make room on the disk and try again.</source>
   <translation>The demonstration could not be written. Please make room on the disk and try again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DemoCity</name>
  <message>
   <source>%1 cannot be written. Please make room and try again.</source>
   <translation>%1 cannot be written. Please make room and try again.</translation>
  </message>
  <message>
   <source>A city goes into an empty folder only, so that nothing of yours is touched: %1</source>
   <translation>A city goes into an empty folder only, so that nothing of yours is touched: %1</translation>
  </message>
  <message>
   <source>The folder %1 cannot be made.</source>
   <translation>The folder %1 cannot be made.</translation>
  </message>
  <message>
   <source>The city has no centre %1.</source>
   <translation>The city has no centre %1.</translation>
  </message>
  <message>
   <source>A city has 2 to 200 centres.</source>
   <translation>A city has 2 to 200 centres.</translation>
  </message>
  <message>
   <source>A centre of a city has 1 to 100,000 elders.</source>
   <translation>A centre of a city has 1 to 100,000 elders.</translation>
  </message>
  <message>
   <source>A city lives a year from 2000 to 2100.</source>
   <translation>A city lives a year from 2000 to 2100.</translation>
  </message>
  <message>
   <source>The seed of a city is a number from 0 to %1.</source>
   <translation>The seed of a city is a number from 0 to %1.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DeviceDesk</name>
  <message>
   <source>There is no device with number %1. Please add it first.</source>
   <translation>There is no device with number %1. Please add it first.</translation>
  </message>
  <message>
   <source>There is no device '%1'. Its code stands in 'device list'.</source>
   <translation>There is no device '%1'. Its code stands in 'device list'.</translation>
  </message>
  <message>
   <source>'%1' is no kind of the catalogue. Use one of: %2.</source>
   <translation>'%1' is no kind of the catalogue. Use one of: %2.</translation>
  </message>
  <message>
   <source>The code %1 stands on device %2 already. Please give each device its own.</source>
   <translation>The code %1 stands on device %2 already. Please give each device its own.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
  <message>
   <source>The device is lent to elder %1 (loan %2). Please take it back first.</source>
   <translation>The device is lent to elder %1 (loan %2). Please take it back first.</translation>
  </message>
  <message>
   <source>That day has not come yet. Please check the days of the loan.</source>
   <translation>That day has not come yet. Please check the days of the loan.</translation>
  </message>
  <message>
   <source>It is due back before it is lent. Please check both days.</source>
   <translation>It is due back before it is lent. Please check both days.</translation>
  </message>
  <message>
   <source>Deposit and rent cannot be below 0, and no more is given back than was taken.</source>
   <translation>Deposit and rent cannot be below 0, and no more is given back than was taken.</translation>
  </message>
  <message>
   <source>The device is lent to elder %1 from %2 to %3 (loan %4). Please take it back first.</source>
   <translation>The device is lent to elder %1 from %2 to %3 (loan %4). Please take it back first.</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>further notice</translation>
  </message>
  <message>
   <source>The device %1 is not lent.</source>
   <translation>The device %1 is not lent.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DevicePlan</name>
  <message>
   <source>The catalogue of devices cannot be read.</source>
   <translation>The catalogue of devices cannot be read.</translation>
  </message>
  <message>
   <source>this key stands here twice.</source>
   <translation>this key stands here twice.</translation>
  </message>
  <message>
   <source>this list is empty.</source>
   <translation>this list is empty.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DistrictDesk</name>
  <message>
   <source>The centre's code is missing or too long.</source>
   <translation>The centre's code is missing or too long.</translation>
  </message>
  <message>
   <source>Centre %1 is trusted with another key already. A centre's key does not change: ask there what happened before you go on.</source>
   <translation>Centre %1 is trusted with another key already. A centre's key does not change: ask there what happened before you go on.</translation>
  </message>
  <message>
   <source>The file cannot be read. Check the stick and the rights.</source>
   <translation>The file cannot be read. Check the stick and the rights.</translation>
  </message>
  <message>
   <source>The file changed while it was read.</source>
   <translation>The file changed while it was read.</translation>
  </message>
  <message>
   <source>There is nothing at %1.</source>
   <translation>There is nothing at %1.</translation>
  </message>
  <message>
   <source>The folder for the receipts cannot be made: %1</source>
   <translation>The folder for the receipts cannot be made: %1</translation>
  </message>
  <message>
   <source>A claim goes back with a reason. Please give one.</source>
   <translation>A claim goes back with a reason. Please give one.</translation>
  </message>
  <message>
   <source>No package brought a claim with the number %1.</source>
   <translation>No package brought a claim with the number %1.</translation>
  </message>
  <message>
   <source>More than one centre has a claim with this number. Say which with --centre.</source>
   <translation>More than one centre has a claim with this number. Say which with --centre.</translation>
  </message>
  <message>
   <source>This claim is not signed: there is nothing to decide yet.</source>
   <translation>This claim is not signed: there is nothing to decide yet.</translation>
  </message>
  <message>
   <source>The package of this receipt is not in the store. Merge it first.</source>
   <translation>The package of this receipt is not in the store. Merge it first.</translation>
  </message>
  <message>
   <source>The reason is too long. Please say it in at most %1 characters.</source>
   <translation>The reason is too long. Please say it in at most %1 characters.</translation>
  </message>
  <message>
   <source>This file was not merged here, so nobody has checked who signed it. Merge it first.</source>
   <translation>This file was not merged here, so nobody has checked who signed it. Merge it first.</translation>
  </message>
  <message>
   <source>The newest package of centre %1 names no key that a receipt could be sealed to, so nobody there could open one. Ask the centre to write a package with its own program.</source>
   <translation>The newest package of centre %1 names no key that a receipt could be sealed to, so nobody there could open one. Ask the centre to write a package with its own program.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DistrictOffice</name>
  <message>
   <source>Write the name of the district office, as it stands on receipts.</source>
   <translation>Write the name of the district office, as it stands on receipts.</translation>
  </message>
  <message>
   <source>The folder of the store cannot be made: %1</source>
   <translation>The folder of the store cannot be made: %1</translation>
  </message>
  <message>
   <source>This identity file is not the one that %1 was set up with. Choose the file that was made then.</source>
   <translation>This identity file is not the one that %1 was set up with. Choose the file that was made then.</translation>
  </message>
  <message>
   <source>The copy cannot be written to %1. Choose another place.</source>
   <translation>The copy cannot be written to %1. Choose another place.</translation>
  </message>
  <message>
   <source>The copy at %1 differs from the file. Take another stick.</source>
   <translation>The copy at %1 differs from the file. Take another stick.</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Stopped. Nothing was changed.</translation>
  </message>
  <message>
   <source>No district was set up in this store. Choose another store, or set a new one up.</source>
   <translation>No district was set up in this store. Choose another store, or set a new one up.</translation>
  </message>
 </context>
 <context>
  <name>songhe::DistrictText</name>
  <message>
   <source>This identity is not the one the district was set up with. Give the right file with --identity.</source>
   <translation>This identity is not the one the district was set up with. Give the right file with --identity.</translation>
  </message>
  <message>
   <source>An identity is needed. Make one with age-keygen and give its file with --identity.</source>
   <translation>An identity is needed. Make one with age-keygen and give its file with --identity.</translation>
  </message>
  <message>
   <source>A district was set up in this store already.</source>
   <translation>A district was set up in this store already.</translation>
  </message>
  <message>
   <source>No district was set up in this store. Run 'district init' first.</source>
   <translation>No district was set up in this store. Run 'district init' first.</translation>
  </message>
  <message>
   <source>No centre with the code %1 is trusted. If it is one of yours, compare its key with the one it gave you on paper and run 'district trust'.</source>
   <translation>No centre with the code %1 is trusted. If it is one of yours, compare its key with the one it gave you on paper and run 'district trust'.</translation>
  </message>
  <message>
   <source>The district has a newer revision of this record.</source>
   <translation>The district has a newer revision of this record.</translation>
  </message>
  <message>
   <source>The district has this revision with other content. Look at the record and save it anew.</source>
   <translation>The district has this revision with other content. Look at the record and save it anew.</translation>
  </message>
  <message>
   <source>The database server's disk is full. Nothing was saved; please make room.</source>
   <translation>The database server's disk is full. Nothing was saved; please make room.</translation>
  </message>
  <message>
   <source>The database server did not do what it was asked to. Nothing was saved; please check that it runs and try again.</source>
   <translation>The database server did not do what it was asked to. Nothing was saved; please check that it runs and try again.</translation>
  </message>
  <message>
   <source>This is no address of a database. Write it as postgresql://user:password@host:port/database.</source>
   <translation>This is no address of a database. Write it as postgresql://user:password@host:port/database.</translation>
  </message>
  <message>
   <source>This computer lacks Qt's driver for PostgreSQL. Please install the package libqt6sql6-psql.</source>
   <translation>This computer lacks Qt's driver for PostgreSQL. Please install the package libqt6sql6-psql.</translation>
  </message>
  <message>
   <source>The database at %1 does not answer. Check that the server runs, and name and password.</source>
   <translation>The database at %1 does not answer. Check that the server runs, and name and password.</translation>
  </message>
  <message>
   <source>This store was written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</source>
   <translation>This store was written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</translation>
  </message>
  <message>
   <source>The program is incomplete. Please install it again.</source>
   <translation>The program is incomplete. Please install it again.</translation>
  </message>
  <message>
   <source>There is no district store at %1. Set one up first, or check the path.</source>
   <translation>There is no district store at %1. Set one up first, or check the path.</translation>
  </message>
  <message>
   <source>There is a file at %1 already. Give the new identity file another name.</source>
   <translation>There is a file at %1 already. Give the new identity file another name.</translation>
  </message>
  <message>
   <source>The identity file cannot be written to %1. Choose another place.</source>
   <translation>The identity file cannot be written to %1. Choose another place.</translation>
  </message>
  <message>
   <source>The program asked the store for two things at once. Nothing was saved; please tell who looks after the program.</source>
   <translation>The program asked the store for two things at once. Nothing was saved; please tell who looks after the program.</translation>
  </message>
  <message>
   <source>Code and key are those of centre %1, but its books are others than those it delivered from before. Ask there whether somebody set the centre up anew; until that is settled its packages are not taken.</source>
   <translation>Code and key are those of centre %1, but its books are others than those it delivered from before. Ask there whether somebody set the centre up anew; until that is settled its packages are not taken.</translation>
  </message>
  <message>
   <source>These books were delivered under the code %1 before. Ask the centre which code is the right one.</source>
   <translation>These books were delivered under the code %1 before. Ask the centre which code is the right one.</translation>
  </message>
  <message>
   <source>The key for the receipt is none, so no answer could be sealed to the centre. Ask it to write the package again.</source>
   <translation>The key for the receipt is none, so no answer could be sealed to the centre. Ask it to write the package again.</translation>
  </message>
  <message>
   <source>A row has no number.</source>
   <translation>A row has no number.</translation>
  </message>
  <message>
   <source>The district's program does not know this kind of record yet. Install the newest one there and merge the package again.</source>
   <translation>The district's program does not know this kind of record yet. Install the newest one there and merge the package again.</translation>
  </message>
  <message>
   <source>The record's revision is no number that a program counts to. Save it anew.</source>
   <translation>The record's revision is no number that a program counts to. Save it anew.</translation>
  </message>
  <message>
   <source>The package was not read.</source>
   <translation>The package was not read.</translation>
  </message>
  <message>
   <source>This is recorded already, perhaps by another program at the same time. Please try again.</source>
   <translation>This is recorded already, perhaps by another program at the same time. Please try again.</translation>
  </message>
  <message>
   <source>The address of the database has '%1', which is not known. Known are %2.</source>
   <translation>The address of the database has '%1', which is not known. Known are %2.</translation>
  </message>
  <message>
   <source>Qt's driver for PostgreSQL is not the one that is known here. Please install the package libqt6sql6-psql of Debian 12.</source>
   <translation>Qt's driver for PostgreSQL is not the one that is known here. Please install the package libqt6sql6-psql of Debian 12.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Divisions</name>
  <message>
   <source>The table of divisions cannot be read. Please install the program again.</source>
   <translation>The table of divisions cannot be read. Please install the program again.</translation>
  </message>
  <message>
   <source>%1, line %2: this is no division. Please install the program again.</source>
   <translation>%1, line %2: this is no division. Please install the program again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderDays</name>
  <message>
   <source>It does not say whose it is. Please name the elder.</source>
   <translation>It does not say whose it is. Please name the elder.</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>There is no elder with number %1. Please search by name or number tail.</translation>
  </message>
  <message>
   <source>The file of elder %1 was made void. Please write it into the file that counts.</source>
   <translation>The file of elder %1 was made void. Please write it into the file that counts.</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as deceased on %2, and this begins on %3. Please check the day or the file.</source>
   <translation>Elder %1 is recorded as deceased on %2, and this begins on %3. Please check the day or the file.</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as deceased on %2. Please enter that day, or an earlier one, as the last.</source>
   <translation>Elder %1 is recorded as deceased on %2. Please enter that day, or an earlier one, as the last.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderDesk</name>
  <message>
   <source>The date of birth lies in the future. Please check it.</source>
   <translation>The date of birth lies in the future. Please check it.</translation>
  </message>
  <message>
   <source>The date of death lies in the future. Please check it.</source>
   <translation>The date of death lies in the future. Please check it.</translation>
  </message>
  <message>
   <source>The date of death lies before the date of birth. Please check both.</source>
   <translation>The date of death lies before the date of birth. Please check both.</translation>
  </message>
  <message>
   <source>There is no resident number yet. Please add it when the card is here.</source>
   <translation>There is no resident number yet. Please add it when the card is here.</translation>
  </message>
  <message>
   <source>The sex differs from the resident number. Please check it.</source>
   <translation>The sex differs from the resident number. Please check it.</translation>
  </message>
  <message>
   <source>The date of birth differs from the resident number (%1). Please check it.</source>
   <translation>The date of birth differs from the resident number (%1). Please check it.</translation>
  </message>
  <message>
   <source>Younger than 60. Most subsidies begin at 60.</source>
   <translation>Younger than 60. Most subsidies begin at 60.</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>There is no elder with number %1. Please search by name or number tail.</translation>
  </message>
  <message>
   <source>The first day is missing. Please fill it in.</source>
   <translation>The first day is missing. Please fill it in.</translation>
  </message>
  <message>
   <source>The last day (%1) lies before the first (%2). Please check both.</source>
   <translation>The last day (%1) lies before the first (%2). Please check both.</translation>
  </message>
  <message>
   <source>'%1' is no value of %2. Use one of: %3.</source>
   <translation>'%1' is no value of %2. Use one of: %3.</translation>
  </message>
  <message>
   <source>%1: '%2' holds from %3 already, and only one may hold on a day. Please end that one first.</source>
   <translation>%1: '%2' holds from %3 already, and only one may hold on a day. Please end that one first.</translation>
  </message>
  <message>
   <source>%1: '%2' begins on that very day. Please make it void with a reason if it was wrong.</source>
   <translation>%1: '%2' begins on that very day. Please make it void with a reason if it was wrong.</translation>
  </message>
  <message>
   <source>There is no fact with number %1.</source>
   <translation>There is no fact with number %1.</translation>
  </message>
  <message>
   <source>Please choose a JPEG or PNG picture of at most 2 MB.</source>
   <translation>Please choose a JPEG or PNG picture of at most 2 MB.</translation>
  </message>
  <message>
   <source>The division code %1 is not known. Please check it.</source>
   <translation>The division code %1 is not known. Please check it.</translation>
  </message>
  <message>
   <source>This file was made void. Please write it into the file that counts.</source>
   <translation>This file was made void. Please write it into the file that counts.</translation>
  </message>
  <message>
   <source>The moment of death lies on another day than the date of death.</source>
   <translation>The moment of death lies on another day than the date of death.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderMerge</name>
  <message>
   <source>There is no elder with number %1.</source>
   <translation>There is no elder with number %1.</translation>
  </message>
  <message>
   <source>File %1 is void already.</source>
   <translation>File %1 is void already.</translation>
  </message>
  <message>
   <source>A file cannot be merged with itself.</source>
   <translation>A file cannot be merged with itself.</translation>
  </message>
  <message>
   <source>File %1 has the resident number, file %2 has none. Merge %2 into %1.</source>
   <translation>File %1 has the resident number, file %2 has none. Merge %2 into %1.</translation>
  </message>
  <message>
   <source>Files %1 and %2 have different resident numbers: these are two persons, or one number is wrong. Correct it first.</source>
   <translation>Files %1 and %2 have different resident numbers: these are two persons, or one number is wrong. Correct it first.</translation>
  </message>
  <message>
   <source>Please write down why the two files are one person's.</source>
   <translation>Please write down why the two files are one person's.</translation>
  </message>
  <message>
   <source>merged into file %1: %2</source>
   <translation>merged into file %1: %2</translation>
  </message>
  <message>
   <source>Merging two files is the manager's to do. Please sign in as the manager.</source>
   <translation>Merging two files is the manager's to do. Please sign in as the manager.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderRepository</name>
  <message>
   <source>An elder with this resident number is here already. Please find that file and go on there.</source>
   <translation>An elder with this resident number is here already. Please find that file and go on there.</translation>
  </message>
 </context>
 <context>
  <name>songhe::EvaluationDesk</name>
  <message>
   <source>%1 is no year of this program's. Please write one from %2 to %3.</source>
   <translation>%1 is no year of this program's. Please write one from %2 to %3.</translation>
  </message>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>There is no facility %1. Please add it first.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
  <message>
   <source>An evaluation is of a facility or of a meal point. Please name one of the two.</source>
   <translation>An evaluation is of a facility or of a meal point. Please name one of the two.</translation>
  </message>
  <message>
   <source>'%1' is no grade of the kind '%2'. Use one of: %3.</source>
   <translation>'%1' is no grade of the kind '%2'. Use one of: %3.</translation>
  </message>
  <message>
   <source>The evaluation of %1 has not come yet, or ends before it. Please check its days.</source>
   <translation>The evaluation of %1 has not come yet, or ends before it. Please check its days.</translation>
  </message>
  <message>
   <source>An award cannot be below 0.</source>
   <translation>An award cannot be below 0.</translation>
  </message>
  <message>
   <source>There is an evaluation of this kind for %1 already (number %2). Make it void first if it was wrong.</source>
   <translation>There is an evaluation of this kind for %1 already (number %2). Make it void first if it was wrong.</translation>
  </message>
  <message>
   <source>There is no project %1. Please add it first.</source>
   <translation>There is no project %1. Please add it first.</translation>
  </message>
  <message>
   <source>The amount must be more than 0.</source>
   <translation>The amount must be more than 0.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Exchange</name>
  <message>
   <source>The text form (armor) of this sealed file is not in order. Copy it again, whole and without changing lines.</source>
   <translation>The text form (armor) of this sealed file is not in order. Copy it again, whole and without changing lines.</translation>
  </message>
  <message>
   <source>This file's age header is not in order, so nothing was opened. Fetch the file again.</source>
   <translation>This file's age header is not in order, so nothing was opened. Fetch the file again.</translation>
  </message>
  <message>
   <source>There is not enough memory to try this passphrase. Close other programs and try again.</source>
   <translation>There is not enough memory to try this passphrase. Close other programs and try again.</translation>
  </message>
  <message>
   <source>Opening this file would take far too long: its passphrase work factor is above the limit. Ask the sender for another copy.</source>
   <translation>Opening this file would take far too long: its passphrase work factor is above the limit. Ask the sender for another copy.</translation>
  </message>
  <message>
   <source>This is no file sealed with age (version 1). Check that it is the right file.</source>
   <translation>This is no file sealed with age (version 1). Check that it is the right file.</translation>
  </message>
  <message>
   <source>None of the keys given opens this file. Give the identity it was sealed to, or its passphrase.</source>
   <translation>None of the keys given opens this file. Give the identity it was sealed to, or its passphrase.</translation>
  </message>
  <message>
   <source>Nobody could open this file: name at least one recipient.</source>
   <translation>Nobody could open this file: name at least one recipient.</translation>
  </message>
  <message>
   <source>This age recipient is not a usable key. Ask the receiver for theirs again.</source>
   <translation>This age recipient is not a usable key. Ask the receiver for theirs again.</translation>
  </message>
  <message>
   <source>The passphrase is empty. Choose one of several words.</source>
   <translation>The passphrase is empty. Choose one of several words.</translation>
  </message>
  <message>
   <source>This is no age recipient. It begins with age1 and is given out by the receiver; copy it whole.</source>
   <translation>This is no age recipient. It begins with age1 and is given out by the receiver; copy it whole.</translation>
  </message>
  <message>
   <source>This is no age identity. It begins with AGE-SECRET-KEY-1; copy it whole.</source>
   <translation>This is no age identity. It begins with AGE-SECRET-KEY-1; copy it whole.</translation>
  </message>
  <message>
   <source>Line %1 of the identity file is no age identity. Use the file that age-keygen or this program wrote.</source>
   <translation>Line %1 of the identity file is no age identity. Use the file that age-keygen or this program wrote.</translation>
  </message>
  <message>
   <source>The identity file holds no identity. Use the file that age-keygen or this program wrote.</source>
   <translation>The identity file holds no identity. Use the file that age-keygen or this program wrote.</translation>
  </message>
  <message>
   <source>This sealed file is damaged or incomplete, so it was not opened. Fetch it again.</source>
   <translation>This sealed file is damaged or incomplete, so it was not opened. Fetch it again.</translation>
  </message>
  <message>
   <source>A file is sealed to recipients or to a passphrase, not to both. Choose one.</source>
   <translation>A file is sealed to recipients or to a passphrase, not to both. Choose one.</translation>
  </message>
  <message>
   <source>This is no bag: it has no bagit.txt. Choose the bag's own folder or zip file.</source>
   <translation>This is no bag: it has no bagit.txt. Choose the bag's own folder or zip file.</translation>
  </message>
  <message>
   <source>This is a link or device, not a file. Links are never followed; put the file itself into the bag.</source>
   <translation>This is a link or device, not a file. Links are never followed; put the file itself into the bag.</translation>
  </message>
  <message>
   <source>This name leads out of the bag or cannot be a file name everywhere. The file was not read.</source>
   <translation>This name leads out of the bag or cannot be a file name everywhere. The file was not read.</translation>
  </message>
  <message>
   <source>Two files have this name. Nobody can tell which one is meant.</source>
   <translation>Two files have this name. Nobody can tell which one is meant.</translation>
  </message>
  <message>
   <source>This name differs from %1 in case alone; unpacked, one would overwrite the other.</source>
   <translation>This name differs from %1 in case alone; unpacked, one would overwrite the other.</translation>
  </message>
  <message>
   <source>This file is larger than it may be in a bag.</source>
   <translation>This file is larger than it may be in a bag.</translation>
  </message>
  <message>
   <source>bagit.txt must have two lines: the BagIt version and the encoding UTF-8.</source>
   <translation>bagit.txt must have two lines: the BagIt version and the encoding UTF-8.</translation>
  </message>
  <message>
   <source>BagIt %1 is not known here; 1.0 and 0.97 are.</source>
   <translation>BagIt %1 is not known here; 1.0 and 0.97 are.</translation>
  </message>
  <message>
   <source>A line of bag-info.txt has no label. Each line is 'Label: value'.</source>
   <translation>A line of bag-info.txt has no label. Each line is 'Label: value'.</translation>
  </message>
  <message>
   <source>A name begins with './'.</source>
   <translation>A name begins with './'.</translation>
  </message>
  <message>
   <source>%1 names a file outside the bag. It was not looked for.</source>
   <translation>%1 names a file outside the bag. It was not looked for.</translation>
  </message>
  <message>
   <source>This kind of checksum is not known here; sha256 and sha512 are.</source>
   <translation>This kind of checksum is not known here; sha256 and sha512 are.</translation>
  </message>
  <message>
   <source>A line of this manifest is not 'checksum  name'. The bag was changed or badly made.</source>
   <translation>A line of this manifest is not 'checksum  name'. The bag was changed or badly made.</translation>
  </message>
  <message>
   <source>%1 names a file that is no payload.</source>
   <translation>%1 names a file that is no payload.</translation>
  </message>
  <message>
   <source>%1 lists this file twice.</source>
   <translation>%1 lists this file twice.</translation>
  </message>
  <message>
   <source>The bag has no manifest of its payload, so nothing can be proved of it.</source>
   <translation>The bag has no manifest of its payload, so nothing can be proved of it.</translation>
  </message>
  <message>
   <source>This file is not in the bag but somewhere on the network. It is never fetched; ask the sender for the complete bag.</source>
   <translation>This file is not in the bag but somewhere on the network. It is never fetched; ask the sender for the complete bag.</translation>
  </message>
  <message>
   <source>%1 lists this file, but it is not there.</source>
   <translation>%1 lists this file, but it is not there.</translation>
  </message>
  <message>
   <source>The name is written with other Unicode characters in the manifest.</source>
   <translation>The name is written with other Unicode characters in the manifest.</translation>
  </message>
  <message>
   <source>This file is in the payload, but not in every manifest. It may have been slipped in.</source>
   <translation>This file is in the payload, but not in every manifest. It may have been slipped in.</translation>
  </message>
  <message>
   <source>Payload-Oxum must stand once, as bytes.files.</source>
   <translation>Payload-Oxum must stand once, as bytes.files.</translation>
  </message>
  <message>
   <source>This file is not what %1 says: it was changed or damaged. Do not use it.</source>
   <translation>This file is not what %1 says: it was changed or damaged. Do not use it.</translation>
  </message>
  <message>
   <source>The payload is %1 (bytes.files), but %2 was stated.</source>
   <translation>The payload is %1 (bytes.files), but %2 was stated.</translation>
  </message>
  <message>
   <source>%1 cannot be read. Check the name and the rights.</source>
   <translation>%1 cannot be read. Check the name and the rights.</translation>
  </message>
  <message>
   <source>This is no minisign signature file, or it was changed. Fetch the file ending in .minisig again.</source>
   <translation>This is no minisign signature file, or it was changed. Fetch the file ending in .minisig again.</translation>
  </message>
  <message>
   <source>The signature does not fit this file: the file or its signature was changed. Do not use it; fetch both again.</source>
   <translation>The signature does not fit this file: the file or its signature was changed. Do not use it; fetch both again.</translation>
  </message>
  <message>
   <source>This was signed with another key than the one given. Check whose file it is.</source>
   <translation>This was signed with another key than the one given. Check whose file it is.</translation>
  </message>
  <message>
   <source>A signature's comment is one line of at most 8,000 bytes. Shorten it.</source>
   <translation>A signature's comment is one line of at most 8,000 bytes. Shorten it.</translation>
  </message>
  <message>
   <source>This is no minisign secret key file. Choose the file that minisign or this program wrote.</source>
   <translation>This is no minisign secret key file. Choose the file that minisign or this program wrote.</translation>
  </message>
  <message>
   <source>There is not enough memory to open the secret key. Close other programs and try again.</source>
   <translation>There is not enough memory to open the secret key. Close other programs and try again.</translation>
  </message>
  <message>
   <source>This is no minisign public key. It is 56 characters beginning with RW; copy it whole.</source>
   <translation>This is no minisign public key. It is 56 characters beginning with RW; copy it whole.</translation>
  </message>
  <message>
   <source>The password does not open this secret key. Type it again.</source>
   <translation>The password does not open this secret key. Type it again.</translation>
  </message>
  <message>
   <source>The folder %1 is not there. Choose another one.</source>
   <translation>The folder %1 is not there. Choose another one.</translation>
  </message>
  <message>
   <source>Nothing can be written in %1. Choose another folder.</source>
   <translation>Nothing can be written in %1. Choose another folder.</translation>
  </message>
  <message>
   <source>The finished file could not be given its name %1. Check the folder and try again.</source>
   <translation>The finished file could not be given its name %1. Check the folder and try again.</translation>
  </message>
  <message>
   <source>The password file is empty. Write the password on its first line.</source>
   <translation>The password file is empty. Write the password on its first line.</translation>
  </message>
  <message>
   <source>There is no room left. Free some space or take another stick, then try again.</source>
   <translation>There is no room left. Free some space or take another stick, then try again.</translation>
  </message>
  <message>
   <source>Writing failed. Check the stick or disk and try again.</source>
   <translation>Writing failed. Check the stick or disk and try again.</translation>
  </message>
  <message>
   <source>Reading failed. Check the stick or disk and try again.</source>
   <translation>Reading failed. Check the stick or disk and try again.</translation>
  </message>
  <message>
   <source>This file is larger than such a file may be. Check that it is the right one.</source>
   <translation>This file is larger than such a file may be. Check that it is the right one.</translation>
  </message>
  <message>
   <source>The package could not be put together. Please try again.</source>
   <translation>The package could not be put together. Please try again.</translation>
  </message>
  <message>
   <source>This zip file is damaged or no zip file. Fetch it again or choose another one.</source>
   <translation>This zip file is damaged or no zip file. Fetch it again or choose another one.</translation>
  </message>
  <message>
   <source>This zip file holds more files than a package may. It was not opened.</source>
   <translation>This zip file holds more files than a package may. It was not opened.</translation>
  </message>
  <message>
   <source>This zip file unpacks to far more than a package may (a zip bomb). It was not opened.</source>
   <translation>This zip file unpacks to far more than a package may (a zip bomb). It was not opened.</translation>
  </message>
  <message>
   <source>'%1' is no quarter. Write it as 2026Q3.</source>
   <translation>'%1' is no quarter. Write it as 2026Q3.</translation>
  </message>
  <message>
   <source>%1 is there already. Choose another folder or move the file away.</source>
   <translation>%1 is there already. Choose another folder or move the file away.</translation>
  </message>
  <message>
   <source>The package is not signed, so nobody can tell who made it. Ask the sender for another one.</source>
   <translation>The package is not signed, so nobody can tell who made it. Ask the sender for another one.</translation>
  </message>
  <message>
   <source>The signed tag manifest does not list this file, so it may have been changed.</source>
   <translation>The signed tag manifest does not list this file, so it may have been changed.</translation>
  </message>
  <message>
   <source>bag-info.txt does not say as a package must which centre, quarter and sequence it is.</source>
   <translation>bag-info.txt does not say as a package must which centre, quarter and sequence it is.</translation>
  </message>
  <message>
   <source>Inside, this package is called %1. It was renamed or exchanged.</source>
   <translation>Inside, this package is called %1. It was renamed or exchanged.</translation>
  </message>
  <message>
   <source>bag-info.txt does not name the audit chain's ends.</source>
   <translation>bag-info.txt does not name the audit chain's ends.</translation>
  </message>
  <message>
   <source>The package has no readable datapackage.json, so its tables cannot be judged.</source>
   <translation>The package has no readable datapackage.json, so its tables cannot be judged.</translation>
  </message>
  <message>
   <source>datapackage.json describes this table, but it is not there.</source>
   <translation>datapackage.json describes this table, but it is not there.</translation>
  </message>
  <message>
   <source>%1 records that %2 points at are not in the package.</source>
   <translation>%1 records that %2 points at are not in the package.</translation>
  </message>
  <message>
   <source>The audit chain does not lead from where it begins to where it should end: history was rewritten or cut.</source>
   <translation>The audit chain does not lead from where it begins to where it should end: history was rewritten or cut.</translation>
  </message>
  <message>
   <source>The file changed while it was read. Verify it again.</source>
   <translation>The file changed while it was read. Verify it again.</translation>
  </message>
  <message>
   <source>No package was written: it is not set to whom it is sealed. Enter the district's key (age1…) in the settings or with --recipient, or give a passphrase with --passphrase-file.</source>
   <translation>No package was written: it is not set to whom it is sealed. Enter the district's key (age1…) in the settings or with --recipient, or give a passphrase with --passphrase-file.</translation>
  </message>
  <message>
   <source>What the stick holds is not what was written to it. It may be worn out: take another one and write the package again.</source>
   <translation>What the stick holds is not what was written to it. It may be worn out: take another one and write the package again.</translation>
  </message>
  <message>
   <source>datapackage.json does not describe this table in a way that is known here.</source>
   <translation>datapackage.json does not describe this table in a way that is known here.</translation>
  </message>
  <message>
   <source>Row %1: %2 is empty but must not be.</source>
   <translation>Row %1: %2 is empty but must not be.</translation>
  </message>
  <message>
   <source>Row %1: what stands under %2 does not fit its type or limits.</source>
   <translation>Row %1: what stands under %2 does not fit its type or limits.</translation>
  </message>
  <message>
   <source>The heading row is not the one that datapackage.json describes.</source>
   <translation>The heading row is not the one that datapackage.json describes.</translation>
  </message>
  <message>
   <source>Row %1 has %2 cells, not %3.</source>
   <translation>Row %1 has %2 cells, not %3.</translation>
  </message>
  <message>
   <source>Row %1 repeats a number that another row has.</source>
   <translation>Row %1 repeats a number that another row has.</translation>
  </message>
  <message>
   <source>After row %1 this is no CSV any more.</source>
   <translation>After row %1 this is no CSV any more.</translation>
  </message>
  <message>
   <source>There are %1 rows, but datapackage.json states %2.</source>
   <translation>There are %1 rows, but datapackage.json states %2.</translation>
  </message>
  <message>
   <source>The file would be written over itself. Please choose another name for the result.</source>
   <translation>The file would be written over itself. Please choose another name for the result.</translation>
  </message>
  <message>
   <source>A signature stands beside its file, so the standard stream cannot be signed. Please name a file.</source>
   <translation>A signature stands beside its file, so the standard stream cannot be signed. Please name a file.</translation>
  </message>
  <message>
   <source>This secret key is locked by a password. Please give --password-file.</source>
   <translation>This secret key is locked by a password. Please give --password-file.</translation>
  </message>
  <message>
   <source>Another package was written meanwhile, so this one has a number that is taken and was withdrawn. Please write it again.</source>
   <translation>Another package was written meanwhile, so this one has a number that is taken and was withdrawn. Please write it again.</translation>
  </message>
  <message>
   <source>A policy file of the package is too large.</source>
   <translation>A policy file of the package is too large.</translation>
  </message>
  <message>
   <source>A replay writes nothing down.</source>
   <translation>A replay writes nothing down.</translation>
  </message>
  <message>
   <source>A replay opens nothing that is sealed.</source>
   <translation>A replay opens nothing that is sealed.</translation>
  </message>
  <message>
   <source>The table %1 of the package cannot be read.</source>
   <translation>The table %1 of the package cannot be read.</translation>
  </message>
  <message>
   <source>The system of a computer left this file in the payload; nobody meant to send it.</source>
   <translation>The system of a computer left this file in the payload; nobody meant to send it.</translation>
  </message>
  <message>
   <source>This file is not in %1, the encoding that bagit.txt names.</source>
   <translation>This file is not in %1, the encoding that bagit.txt names.</translation>
  </message>
  <message>
   <source>Names are marked with '*', as md5sum does and a bag should not.</source>
   <translation>Names are marked with '*', as md5sum does and a bag should not.</translation>
  </message>
  <message>
   <source>The bag has no folder 'data', which holds what it carries.</source>
   <translation>The bag has no folder 'data', which holds what it carries.</translation>
  </message>
  <message>
   <source>A line of fetch.txt is not 'address length name'. The bag was changed or badly made.</source>
   <translation>A line of fetch.txt is not 'address length name'. The bag was changed or badly made.</translation>
  </message>
  <message>
   <source>The package does not hold, nothing was taken over: %1</source>
   <translation>The package does not hold, nothing was taken over: %1</translation>
  </message>
  <message>
   <source>This is a package of another centre (%1). Only this centre's own can be read back.</source>
   <translation>This is a package of another centre (%1). Only this centre's own can be read back.</translation>
  </message>
  <message>
   <source>A row of %1 in the package cannot be read. Nothing was taken over.</source>
   <translation>A row of %1 in the package cannot be read. Nothing was taken over.</translation>
  </message>
  <message>
   <source>This receipt does not hold together, so nothing of it was taken over. Ask the district for another copy.</source>
   <translation>This receipt does not hold together, so nothing of it was taken over. Ask the district for another copy.</translation>
  </message>
  <message>
   <source>This receipt was not signed by the district whose key is set here. Check the district's key in the settings, or ask where the file comes from.</source>
   <translation>This receipt was not signed by the district whose key is set here. Check the district's key in the settings, or ask where the file comes from.</translation>
  </message>
  <message>
   <source>The receipt's rows are not what its counts say. It was not written.</source>
   <translation>The receipt's rows are not what its counts say. It was not written.</translation>
  </message>
  <message>
   <source>Changed here since the restore; the package says something else.</source>
   <translation>Changed here since the restore; the package says something else.</translation>
  </message>
  <message>
   <source>The same revision here says something else than the package.</source>
   <translation>The same revision here says something else than the package.</translation>
  </message>
  <message>
   <source>It belongs to a record that could not be taken over.</source>
   <translation>It belongs to a record that could not be taken over.</translation>
  </message>
  <message>
   <source>Something else was entered in its place since the restore: the books hold it under another number.</source>
   <translation>Something else was entered in its place since the restore: the books hold it under another number.</translation>
  </message>
  <message>
   <source>The table %1 of this package has other columns than this program knows. Install the version of Songhe that wrote it; nothing was taken over.</source>
   <translation>The table %1 of this package has other columns than this program knows. Install the version of Songhe that wrote it; nothing was taken over.</translation>
  </message>
  <message>
   <source>It describes a table twice: %1. Ask the sender for another package.</source>
   <translation>It describes a table twice: %1. Ask the sender for another package.</translation>
  </message>
  <message>
   <source>%1 lies there already and is not in these books; the new package has a number after it. If a backup was restored here, read it back first ('package recover').</source>
   <translation>%1 lies there already and is not in these books; the new package has a number after it. If a backup was restored here, read it back first ('package recover').</translation>
  </message>
  <message>
   <source>%1 lies there under this centre's name, but is sealed to somebody else. It was left alone.</source>
   <translation>%1 lies there under this centre's name, but is sealed to somebody else. It was left alone.</translation>
  </message>
  <message>
   <source>%1 lies there already and cannot be opened, so it is not known whose it is. It was left alone; the new package has a number after it.</source>
   <translation>%1 lies there already and cannot be opened, so it is not known whose it is. It was left alone; the new package has a number after it.</translation>
  </message>
  <message>
   <source>%1 lies there under this centre's name and cannot be opened; its number is one that this centre never came to. It was left alone.</source>
   <translation>%1 lies there under this centre's name and cannot be opened; its number is one that this centre never came to. It was left alone.</translation>
  </message>
 </context>
 <context>
  <name>songhe::FacilityDesk</name>
  <message>
   <source>Facility %1: the last day (%2) lies before the first (%3). Please check both.</source>
   <translation>Facility %1: the last day (%2) lies before the first (%3). Please check both.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
  <message>
   <source>There is a facility with code %1 already. Please choose another code.</source>
   <translation>There is a facility with code %1 already. Please choose another code.</translation>
  </message>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>There is no facility %1. Please add it first.</translation>
  </message>
  <message>
   <source>The floor area of %1 must be more than 0. Write it in m².</source>
   <translation>The floor area of %1 must be more than 0. Write it in m².</translation>
  </message>
  <message>
   <source>Beds cannot be below 0.</source>
   <translation>Beds cannot be below 0.</translation>
  </message>
  <message>
   <source>Please name the facility by its code; 'facility list' shows them.</source>
   <translation>Please name the facility by its code; 'facility list' shows them.</translation>
  </message>
  <message>
   <source>There is no facility '%1'; 'facility list' shows their codes.</source>
   <translation>There is no facility '%1'; 'facility list' shows their codes.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Finding</name>
  <message>
   <source>%1: the same person had meals at more than one centre on %2.</source>
   <translation>%1: the same person had meals at more than one centre on %2.</translation>
  </message>
  <message>
   <source>%1: the same person had a bed at more than one centre, from %2 on.</source>
   <translation>%1: the same person had a bed at more than one centre, from %2 on.</translation>
  </message>
  <message>
   <source>%1: %3 yuan were claimed for days after the death of this person on %2.</source>
   <translation>%1: %3 yuan were claimed for days after the death of this person on %2.</translation>
  </message>
  <message>
   <source>%1: claimed twice under %2, %3.</source>
   <translation>%1: claimed twice under %2, %3.</translation>
  </message>
  <message>
   <source>%1: a claim of %3 was settled by %2, which was not in force then.</source>
   <translation>%1: a claim of %3 was settled by %2, which was not in force then.</translation>
  </message>
  <message>
   <source>%1: package %2 never arrived. Ask the centre for it or for a new one.</source>
   <translation>%1: package %2 never arrived. Ask the centre for it or for a new one.</translation>
  </message>
  <message>
   <source>%1: the number %2 was given to more than one package.</source>
   <translation>%1: the number %2 was given to more than one package.</translation>
  </message>
  <message>
   <source>%1: these books were restored from a backup at %2. What was recorded between the backup and then stands only in earlier packages.</source>
   <translation>%1: these books were restored from a backup at %2. What was recorded between the backup and then stands only in earlier packages.</translation>
  </message>
  <message>
   <source>%1: nothing was delivered for %2.</source>
   <translation>%1: nothing was delivered for %2.</translation>
  </message>
  <message>
   <source>%1: the same person by resident number is on file at these centres.</source>
   <translation>%1: the same person by resident number is on file at these centres.</translation>
  </message>
  <message>
   <source>%1: probably the same person, by name and date of birth. Compare the files and ask for the resident number.</source>
   <translation>%1: probably the same person, by name and date of birth. Compare the files and ask for the resident number.</translation>
  </message>
  <message>
   <source>%1: package %2 tells another history than other packages of the same books: the past was rewritten, or two copies of the books are in use.</source>
   <translation>%1: package %2 tells another history than other packages of the same books: the past was rewritten, or two copies of the books are in use.</translation>
  </message>
  <message>
   <source>%1: the same revision of a record in the table '%2' came with two different contents.</source>
   <translation>%1: the same revision of a record in the table '%2' came with two different contents.</translation>
  </message>
  <message>
   <source>%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on.</source>
   <translation>%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on.</translation>
  </message>
  <message>
   <source>%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on (sent by: %6).</source>
   <translation>%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on (sent by: %6).</translation>
  </message>
 </context>
 <context>
  <name>songhe::FrozenCheckRepository</name>
  <message>
   <source>Claim %1 (%2): row %3 of what was known at its signature is not what the audit log says of %4 %5. Restore the newest backup from before this.</source>
   <translation>Claim %1 (%2): row %3 of what was known at its signature is not what the audit log says of %4 %5. Restore the newest backup from before this.</translation>
  </message>
  <message>
   <source>Claim %1 (%2): row %3 of the records at its signature is not what the audit log says of %4 %5. Restore the newest backup from before this.</source>
   <translation>Claim %1 (%2): row %3 of the records at its signature is not what the audit log says of %4 %5. Restore the newest backup from before this.</translation>
  </message>
  <message>
   <source>Claim %1 (%2): %3 %4 decided a line, and is missing among what was written down at its signature. Restore the newest backup from before this.</source>
   <translation>Claim %1 (%2): %3 %4 decided a line, and is missing among what was written down at its signature. Restore the newest backup from before this.</translation>
  </message>
  <message>
   <source>Claim %1 (%2): the facts written down at its signature are not those that the claim was made of.</source>
   <translation>Claim %1 (%2): the facts written down at its signature are not those that the claim was made of.</translation>
  </message>
 </context>
 <context>
  <name>songhe::HealthPlan</name>
  <message>
   <source>a number like 6.4 is wanted here, as text, with as many decimals as the kind has.</source>
   <translation>a number like 6.4 is wanted here, as text, with as many decimals as the kind has.</translation>
  </message>
  <message>
   <source>from or to is wanted here.</source>
   <translation>from or to is wanted here.</translation>
  </message>
  <message>
   <source>it must be more than 'least'.</source>
   <translation>it must be more than 'least'.</translation>
  </message>
  <message>
   <source>this list is empty.</source>
   <translation>this list is empty.</translation>
  </message>
  <message>
   <source>there is no such kind.</source>
   <translation>there is no such kind.</translation>
  </message>
  <message>
   <source>the example and the bands do not agree.</source>
   <translation>the example and the bands do not agree.</translation>
  </message>
  <message>
   <source>%1 from %2 to %3</source>
   <translation>%1 from %2 to %3</translation>
  </message>
  <message>
   <source>%1 is written as %2 (%3).</source>
   <translation>%1 is written as %2 (%3).</translation>
  </message>
  <message>
   <source>The catalogue of measurements cannot be read.</source>
   <translation>The catalogue of measurements cannot be read.</translation>
  </message>
  <message>
   <source>each kind must stand here once: blood_pressure, glucose, weight, temperature.</source>
   <translation>each kind must stand here once: blood_pressure, glucose, weight, temperature.</translation>
  </message>
 </context>
 <context>
  <name>songhe::IncidentDesk</name>
  <message>
   <source>The moment of the incident is missing. Please fill in when it was.</source>
   <translation>The moment of the incident is missing. Please fill in when it was.</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the incident is of %2. Give both for the same day.</source>
   <translation>The moment 'at' lies on %1 in China, but the incident is of %2. Give both for the same day.</translation>
  </message>
  <message>
   <source>That moment has not come yet. Please check the day and the time.</source>
   <translation>That moment has not come yet. Please check the day and the time.</translation>
  </message>
  <message>
   <source>'Harmed by' goes with the kind 'harm' only. Please leave it empty.</source>
   <translation>'Harmed by' goes with the kind 'harm' only. Please leave it empty.</translation>
  </message>
  <message>
   <source>A call comes first, then its answer, then the arrival. Please check the three times.</source>
   <translation>A call comes first, then its answer, then the arrival. Please check the three times.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Keys</name>
  <message>
   <source>The key data in this file are damaged. Please restore the newest backup.</source>
   <translation>The key data in this file are damaged. Please restore the newest backup.</translation>
  </message>
  <message>
   <source>This computer has too little free memory to check the password. Please close other programs and try again.</source>
   <translation>This computer has too little free memory to check the password. Please close other programs and try again.</translation>
  </message>
  <message>
   <source>User name and password do not fit. Please type them again.</source>
   <translation>User name and password do not fit. Please type them again.</translation>
  </message>
  <message>
   <source>Sealed data do not open: they were changed or belong elsewhere. Please run 'check'.</source>
   <translation>Sealed data do not open: they were changed or belong elsewhere. Please run 'check'.</translation>
  </message>
 </context>
 <context>
  <name>songhe::MealDesk</name>
  <message>
   <source>The day %1 has not come yet. Meals are recorded on their day or later.</source>
   <translation>The day %1 has not come yet. Meals are recorded on their day or later.</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>There is no elder with number %1. Please search by name or number tail.</translation>
  </message>
  <message>
   <source>This file was made void (%1). Please serve her under the file that counts.</source>
   <translation>This file was made void (%1). Please serve her under the file that counts.</translation>
  </message>
  <message>
   <source>Recorded as deceased on %1. Please check who this is.</source>
   <translation>Recorded as deceased on %1. Please check who this is.</translation>
  </message>
  <message>
   <source>Already served today: %1 at %2 (%3). A second meal of the day is not subsidised.</source>
   <translation>Already served today: %1 at %2 (%3). A second meal of the day is not subsidised.</translation>
  </message>
  <message>
   <source>Already recorded here at this sitting (%1). If that was a mistake, take it back with Ctrl+Z.</source>
   <translation>Already recorded here at this sitting (%1). If that was a mistake, take it back with Ctrl+Z.</translation>
  </message>
  <message>
   <source>taken back at the desk</source>
   <translation>taken back at the desk</translation>
  </message>
  <message>
   <source>Nothing of the list was recorded. Elder %1: %2</source>
   <translation>Nothing of the list was recorded. Elder %1: %2</translation>
  </message>
  <message>
   <source>Please write down why this meal is entered late.</source>
   <translation>Please write down why this meal is entered late.</translation>
  </message>
  <message>
   <source>A late entry is confirmed by another person than who enters it.</source>
   <translation>A late entry is confirmed by another person than who enters it.</translation>
  </message>
  <message numerus="yes">
   <source>%1 is %n day(s) back: a late entry wants a reason and a second person, who confirms it by her own password.</source>
   <translation>
    <numerusform>%1 is %n day back: a late entry wants a reason and a second person, who confirms it by her own password.</numerusform>
    <numerusform>%1 is %n days back: a late entry wants a reason and a second person, who confirms it by her own password.</numerusform>
   </translation>
  </message>
  <message>
   <source>Entered late, and nobody else is there to confirm it. The check before signing shows it.</source>
   <translation>Entered late, and nobody else is there to confirm it. The check before signing shows it.</translation>
  </message>
 </context>
 <context>
  <name>songhe::MealGrid</name>
  <message>
   <source>It cannot be told which month the table is about. Write it into the title, as in 2021年9月老年人助餐登记表.</source>
   <translation>It cannot be told which month the table is about. Write it into the title, as in 2021年9月老年人助餐登记表.</translation>
  </message>
  <message>
   <source>No table of meals was found. It needs a heading row with 姓名 and the days of the month.</source>
   <translation>No table of meals was found. It needs a heading row with 姓名 and the days of the month.</translation>
  </message>
 </context>
 <context>
  <name>songhe::MeasurementDesk</name>
  <message>
   <source>The moment of the measurement is missing. Please fill in when it was.</source>
   <translation>The moment of the measurement is missing. Please fill in when it was.</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the measurement is of %2. Give both for the same day.</source>
   <translation>The moment 'at' lies on %1 in China, but the measurement is of %2. Give both for the same day.</translation>
  </message>
  <message>
   <source>That moment has not come yet. Please check the day and the time.</source>
   <translation>That moment has not come yet. Please check the day and the time.</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>There is nobody of the staff with number %1. Please add the person first.</translation>
  </message>
 </context>
 <context>
  <name>songhe::OdsReader</name>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</translation>
  </message>
 </context>
 <context>
  <name>songhe::PackageDesk</name>
  <message>
   <source>No meal was recorded in %1. Is it the right quarter?</source>
   <translation>No meal was recorded in %1. Is it the right quarter?</translation>
  </message>
  <message>
   <source>%1 is not over before %2. What is recorded later needs another package.</source>
   <translation>%1 is not over before %2. What is recorded later needs another package.</translation>
  </message>
  <message>
   <source>The district's key is not set. Enter it in the settings, or seal the package with a passphrase.</source>
   <translation>The district's key is not set. Enter it in the settings, or seal the package with a passphrase.</translation>
  </message>
  <message>
   <source>%1 has meals but no claim. Settle the month first.</source>
   <translation>%1 has meals but no claim. Settle the month first.</translation>
  </message>
  <message>
   <source>Persons served without a resident number: %1.</source>
   <translation>Persons served without a resident number: %1.</translation>
  </message>
  <message>
   <source>Persons served on a day for which no registered division is known: %1.</source>
   <translation>Persons served on a day for which no registered division is known: %1.</translation>
  </message>
  <message>
   <source>Persons served who have facts that could not be told: %1.</source>
   <translation>Persons served who have facts that could not be told: %1.</translation>
  </message>
  <message>
   <source>Persons with meals after the date of death: %1.</source>
   <translation>Persons with meals after the date of death: %1.</translation>
  </message>
  <message>
   <source>A package is sealed to keys or to a passphrase, not to both. Leave one out.</source>
   <translation>A package is sealed to keys or to a passphrase, not to both. Leave one out.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Period</name>
  <message>
   <source>'%1' is no period. Write a month as 2021-09, a quarter as 2021Q3 or a year as 2021.</source>
   <translation>'%1' is no period. Write a month as 2021-09, a quarter as 2021Q3 or a year as 2021.</translation>
  </message>
 </context>
 <context>
  <name>songhe::PersonName</name>
  <message>
   <source>The name is missing. Please fill it in.</source>
   <translation>The name is missing. Please fill it in.</translation>
  </message>
  <message>
   <source>'%1' is not part of a name. Please write the name as it stands on the identity card.</source>
   <translation>'%1' is not part of a name. Please write the name as it stands on the identity card.</translation>
  </message>
  <message>
   <source>A name has at least two characters. Please write it in full.</source>
   <translation>A name has at least two characters. Please write it in full.</translation>
  </message>
  <message>
   <source>A name has at most 50 characters, this one has %1.</source>
   <translation>A name has at most 50 characters, this one has %1.</translation>
  </message>
 </context>
 <context>
  <name>songhe::PolicyDesk</name>
  <message>
   <source>The policy file %1 cannot be opened. Please check where it lies.</source>
   <translation>The policy file %1 cannot be opened. Please check where it lies.</translation>
  </message>
 </context>
 <context>
  <name>songhe::PolicyShelf</name>
  <message>
   <source>The policy file %1 cannot be read.</source>
   <translation>The policy file %1 cannot be read.</translation>
  </message>
  <message>
   <source>The policy %1 is already here in version %2, with other rules. A changed policy needs a new version number.</source>
   <translation>The policy %1 is already here in version %2, with other rules. A changed policy needs a new version number.</translation>
  </message>
  <message>
   <source>There is no policy '%1'. Policies here: %2.</source>
   <translation>There is no policy '%1'. Policies here: %2.</translation>
  </message>
  <message>
   <source>The policy %1 does not leave open '%2'. It leaves open: %3.</source>
   <translation>The policy %1 does not leave open '%2'. It leaves open: %3.</translation>
  </message>
  <message>
   <source>The policy that claim %1 was signed by is not here any more. Import %2 version %3 again.</source>
   <translation>The policy that claim %1 was signed by is not here any more. Import %2 version %3 again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ProjectDesk</name>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>There is no facility %1. Please add it first.</translation>
  </message>
  <message>
   <source>There is no project %1. Please add it first.</source>
   <translation>There is no project %1. Please add it first.</translation>
  </message>
  <message>
   <source>The day is missing. Please fill it in.</source>
   <translation>The day is missing. Please fill it in.</translation>
  </message>
  <message>
   <source>The day %1 has not come yet. Please enter the day it was done.</source>
   <translation>The day %1 has not come yet. Please enter the day it was done.</translation>
  </message>
  <message>
   <source>Project %1: it was completed (%2) before it began (%3). Please check both.</source>
   <translation>Project %1: it was completed (%2) before it began (%3). Please check both.</translation>
  </message>
  <message>
   <source>Project %1: amounts, floor area and households cannot be below 0.</source>
   <translation>Project %1: amounts, floor area and households cannot be below 0.</translation>
  </message>
  <message>
   <source>There is a project with code %1 already. Please choose another code.</source>
   <translation>There is a project with code %1 already. Please choose another code.</translation>
  </message>
  <message>
   <source>It does not say what the money was spent on. Please name the project, or the facility whose running it paid.</source>
   <translation>It does not say what the money was spent on. Please name the project, or the facility whose running it paid.</translation>
  </message>
  <message>
   <source>The amount must be more than 0. Make an item that was paid back void.</source>
   <translation>The amount must be more than 0. Make an item that was paid back void.</translation>
  </message>
  <message>
   <source>Invoice %1 was used already, for %2 yuan paid on %3 (cost item %4). An invoice counts once.</source>
   <translation>Invoice %1 was used already, for %2 yuan paid on %3 (cost item %4). An invoice counts once.</translation>
  </message>
  <message>
   <source>Project %1 began on %2 and cannot have been accepted on %3.</source>
   <translation>Project %1 began on %2 and cannot have been accepted on %3.</translation>
  </message>
  <message>
   <source>Floor area and beds cannot be below 0.</source>
   <translation>Floor area and beds cannot be below 0.</translation>
  </message>
  <message>
   <source>Project %1 was accepted on %2 already (number %3). Make that acceptance void first if it was wrong.</source>
   <translation>Project %1 was accepted on %2 already (number %3). Make that acceptance void first if it was wrong.</translation>
  </message>
  <message>
   <source>Please name the project by its code; 'project list' shows them.</source>
   <translation>Please name the project by its code; 'project list' shows them.</translation>
  </message>
  <message>
   <source>There is no project '%1'; 'project list' shows their codes.</source>
   <translation>There is no project '%1'; 'project list' shows their codes.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Readings</name>
  <message>
   <source>%1, line %2: this is no reading of a character. Please install the program again.</source>
   <translation>%1, line %2: this is no reading of a character. Please install the program again.</translation>
  </message>
  <message>
   <source>The table of readings cannot be read. Please install the program again.</source>
   <translation>The table of readings cannot be read. Please install the program again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ReceiptDesk</name>
  <message>
   <source>No receipt can be checked before the district's signature key (RW…) is set. Enter it in the settings; the district gives it together with its key for packages.</source>
   <translation>No receipt can be checked before the district's signature key (RW…) is set. Enter it in the settings; the district gives it together with its key for packages.</translation>
  </message>
  <message>
   <source>This receipt is for another centre (%1). Give it to them; nothing was taken over.</source>
   <translation>This receipt is for another centre (%1). Give it to them; nothing was taken over.</translation>
  </message>
  <message>
   <source>This receipt answers the package %1, which is not known here. If a backup was restored since, recover that package first; otherwise ask the district.</source>
   <translation>This receipt answers the package %1, which is not known here. If a backup was restored since, recover that package first; otherwise ask the district.</translation>
  </message>
  <message>
   <source>The district decided about a claim that is not in these books.</source>
   <translation>The district decided about a claim that is not in these books.</translation>
  </message>
  <message>
   <source>The claim for %1 is '%2' here, so the district's decision was not applied.</source>
   <translation>The claim for %1 is '%2' here, so the district's decision was not applied.</translation>
  </message>
  <message>
   <source>The district, receipt for %1</source>
   <translation>The district, receipt for %1</translation>
  </message>
  <message>
   <source>There is no line %1 in the work-list. 'receipt items' lists them.</source>
   <translation>There is no line %1 in the work-list. 'receipt items' lists them.</translation>
  </message>
  <message>
   <source>Please write down what was done about it.</source>
   <translation>Please write down what was done about it.</translation>
  </message>
  <message>
   <source>The district decided about another signing of the claim for %1 than the one in these books, so its decision was not applied. It will decide anew when it has this one.</source>
   <translation>The district decided about another signing of the claim for %1 than the one in these books, so its decision was not applied. It will decide anew when it has this one.</translation>
  </message>
  <message>
   <source>The receipt does not say which signing of the claim for %1 the district decided about, and these books were restored from a backup: the claim may have been signed twice. Ask the district, then enter its decision at the claim.</source>
   <translation>The receipt does not say which signing of the claim for %1 the district decided about, and these books were restored from a backup: the claim may have been signed twice. Ask the district, then enter its decision at the claim.</translation>
  </message>
  <message>
   <source>The district now accepts the claim for %1, which it had returned. %2 was settled since in its place (claim %3), so nothing was moved: ask the district which of the two it pays.</source>
   <translation>The district now accepts the claim for %1, which it had returned. %2 was settled since in its place (claim %3), so nothing was moved: ask the district which of the two it pays.</translation>
  </message>
  <message>
   <source>The district's decision was taken over since.</source>
   <translation>The district's decision was taken over since.</translation>
  </message>
 </context>
 <context>
  <name>songhe::RecordTable</name>
  <message>
   <source>Somebody else has changed this record meanwhile. Please open it again and repeat your change.</source>
   <translation>Somebody else has changed this record meanwhile. Please open it again and repeat your change.</translation>
  </message>
  <message>
   <source>Record %1 of table %2 holds a value this program does not know. Please run 'check' and restore a backup.</source>
   <translation>Record %1 of table %2 holds a value this program does not know. Please run 'check' and restore a backup.</translation>
  </message>
  <message>
   <source>Number %1 is already used by another record of this kind with other content.</source>
   <translation>Number %1 is already used by another record of this kind with other content.</translation>
  </message>
  <message>
   <source>There is no record with number %1.</source>
   <translation>There is no record with number %1.</translation>
  </message>
  <message>
   <source>Record %1 is void already.</source>
   <translation>Record %1 is void already.</translation>
  </message>
  <message>
   <source>Please say why it is made void.</source>
   <translation>Please say why it is made void.</translation>
  </message>
  <message>
   <source>An entry of the audit log cannot be read. Please run 'check' and restore a backup.</source>
   <translation>An entry of the audit log cannot be read. Please run 'check' and restore a backup.</translation>
  </message>
 </context>
 <context>
  <name>songhe::RecordsCheck</name>
  <message>
   <source>Record %1 of table %2 has no entry in the audit log.</source>
   <translation>Record %1 of table %2 has no entry in the audit log.</translation>
  </message>
  <message>
   <source>Record %1 of table %2 is not what the audit log says of it.</source>
   <translation>Record %1 of table %2 is not what the audit log says of it.</translation>
  </message>
  <message>
   <source>Record %1 of table %2 is in the audit log but not in the table.</source>
   <translation>Record %1 of table %2 is in the audit log but not in the table.</translation>
  </message>
  <message>
   <source>The audit log ends at entry %1, but package %2 proves that it went as far as entry %3: its last entries were cut off.</source>
   <translation>The audit log ends at entry %1, but package %2 proves that it went as far as entry %3: its last entries were cut off.</translation>
  </message>
  <message>
   <source>Entry %1 of the audit log is not the one that package %2 proves.</source>
   <translation>Entry %1 of the audit log is not the one that package %2 proves.</translation>
  </message>
 </context>
 <context>
  <name>songhe::RecordsDesk</name>
  <message>
   <source>The key '%1' is not known. Use: %2.</source>
   <translation>The key '%1' is not known. Use: %2.</translation>
  </message>
  <message>
   <source>It does not say whose it is. Add the key 'elder'.</source>
   <translation>It does not say whose it is. Add the key 'elder'.</translation>
  </message>
  <message>
   <source>There is no site %1. Add it first.</source>
   <translation>There is no site %1. Add it first.</translation>
  </message>
  <message>
   <source>She has a meal at this sitting and this point on that day already.</source>
   <translation>She has a meal at this sitting and this point on that day already.</translation>
  </message>
  <message>
   <source>This is no JSON object: %1</source>
   <translation>This is no JSON object: %1</translation>
  </message>
  <message>
   <source>The record '%1' is not known. Use one of: %2.</source>
   <translation>The record '%1' is not known. Use one of: %2.</translation>
  </message>
  <message>
   <source>Line %1 is longer than %2 bytes. The file must hold one record a line.</source>
   <translation>Line %1 is longer than %2 bytes. The file must hold one record a line.</translation>
  </message>
  <message>
   <source>The file '%1' cannot be opened. Check its name, and that no other program locks it.</source>
   <translation>The file '%1' cannot be opened. Check its name, and that no other program locks it.</translation>
  </message>
  <message>
   <source>Line %1: %2</source>
   <translation>Line %1: %2</translation>
  </message>
  <message>
   <source>The file of elder %1 was made void. Write the file that counts.</source>
   <translation>The file of elder %1 was made void. Write the file that counts.</translation>
  </message>
  <message>
   <source>Give at most %1 phones of at most %2 characters each.</source>
   <translation>Give at most %1 phones of at most %2 characters each.</translation>
  </message>
  <message>
   <source>Write contacts as a list of at most %1, each with name, relation and phone, texts of at most %2 characters.</source>
   <translation>Write contacts as a list of at most %1, each with name, relation and phone, texts of at most %2 characters.</translation>
  </message>
  <message>
   <source>The day %1 has not come yet. Meals are recorded on their day or later.</source>
   <translation>The day %1 has not come yet. Meals are recorded on their day or later.</translation>
  </message>
  <message>
   <source>A price cannot be below 0. Give it in fen.</source>
   <translation>A price cannot be below 0. Give it in fen.</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the meal is of %2. Give both for the same day.</source>
   <translation>The moment 'at' lies on %1 in China, but the meal is of %2. Give both for the same day.</translation>
  </message>
  <message>
   <source>confirmed: true or false is wanted here.</source>
   <translation>confirmed: true or false is wanted here.</translation>
  </message>
  <message>
   <source>area_m2: '%1' is no floor area. Write it in m² with at most two decimals.</source>
   <translation>area_m2: '%1' is no floor area. Write it in m² with at most two decimals.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ResidentNumber</name>
  <message>
   <source>The resident number is missing.</source>
   <translation>The resident number is missing.</translation>
  </message>
  <message>
   <source>The spreadsheet keeps this resident number as a number: its last digits are lost. Format the cell as text and type the number again from the card.</source>
   <translation>The spreadsheet keeps this resident number as a number: its last digits are lost. Format the cell as text and type the number again from the card.</translation>
  </message>
  <message>
   <source>A resident number has 18 characters, this one has %1. Please compare it with the card.</source>
   <translation>A resident number has 18 characters, this one has %1. Please compare it with the card.</translation>
  </message>
  <message>
   <source>A resident number has digits only, at the end perhaps an X. Please compare it with the card.</source>
   <translation>A resident number has digits only, at the end perhaps an X. Please compare it with the card.</translation>
  </message>
  <message>
   <source>The check digit of the resident number is wrong: a digit was mistyped. Please compare it with the card.</source>
   <translation>The check digit of the resident number is wrong: a digit was mistyped. Please compare it with the card.</translation>
  </message>
  <message>
   <source>The date of birth in the resident number does not exist. Please compare it with the card.</source>
   <translation>The date of birth in the resident number does not exist. Please compare it with the card.</translation>
  </message>
  <message>
   <source>The division %1 in the resident number is not known. The number is kept.</source>
   <translation>The division %1 in the resident number is not known. The number is kept.</translation>
  </message>
  <message>
   <source>The division %1 (%2) in the resident number was abolished. The number stays valid.</source>
   <translation>The division %1 (%2) in the resident number was abolished. The number stays valid.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Restore</name>
  <message>
   <source>There is no backup at %1. Please check the place.</source>
   <translation>There is no backup at %1. Please check the place.</translation>
  </message>
  <message>
   <source>This backup is damaged and was not used. Please take an older one.</source>
   <translation>This backup is damaged and was not used. Please take an older one.</translation>
  </message>
  <message>
   <source>The history in this backup does not hold together, it was not used: %1</source>
   <translation>The history in this backup does not hold together, it was not used: %1</translation>
  </message>
  <message>
   <source>The backup could not be put in its place. Your data are unchanged.</source>
   <translation>The backup could not be put in its place. Your data are unchanged.</translation>
  </message>
  <message>
   <source>%1 is no backup of Songhe, or it is damaged. Nothing was changed; please choose another file.</source>
   <translation>%1 is no backup of Songhe, or it is damaged. Nothing was changed; please choose another file.</translation>
  </message>
  <message>
   <source>This backup was written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</source>
   <translation>This backup was written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</translation>
  </message>
  <message>
   <source>This is a backup of another centre ('%1'); the data here belong to '%2'. Nothing was changed. To open that backup, restore it into an empty data folder.</source>
   <translation>This is a backup of another centre ('%1'); the data here belong to '%2'. Nothing was changed. To open that backup, restore it into an empty data folder.</translation>
  </message>
  <message>
   <source>The present data could not be moved aside. Nothing was changed; please check the permissions of the data folder.</source>
   <translation>The present data could not be moved aside. Nothing was changed; please check the permissions of the data folder.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Roster</name>
  <message>
   <source>There is no row of a person under the headings. Choose the file that holds the roster.</source>
   <translation>There is no row of a person under the headings. Choose the file that holds the roster.</translation>
  </message>
 </context>
 <context>
  <name>songhe::RosterDesk</name>
  <message>
   <source>The file has no such table. Choose another one.</source>
   <translation>The file has no such table. Choose another one.</translation>
  </message>
  <message>
   <source>No column holds the name. Say which one it is.</source>
   <translation>No column holds the name. Say which one it is.</translation>
  </message>
  <message>
   <source>The day from which the facts hold is no day. Write it as 2021-01-01.</source>
   <translation>The day from which the facts hold is no day. Write it as 2021-01-01.</translation>
  </message>
  <message>
   <source>Corrected by a roster</source>
   <translation>Corrected by a roster</translation>
  </message>
  <message>
   <source>Somebody has changed the files meanwhile. Look at the preview again.</source>
   <translation>Somebody has changed the files meanwhile. Look at the preview again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::RosterProblems</name>
  <message>
   <source>Refused because</source>
   <extracomment>Heading of the column with the reasons in the workbook of refused rows</extracomment>
   <translation>Refused because</translation>
  </message>
  <message>
   <source>The refused rows could not be saved as '%1'. Check that there is room and that no other program has the file open.</source>
   <translation>The refused rows could not be saved as '%1'. Check that there is room and that no other program has the file open.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ScaleShelf</name>
  <message>
   <source>The scale file %1 cannot be read.</source>
   <translation>The scale file %1 cannot be read.</translation>
  </message>
  <message>
   <source>The scale %1 is here already.</source>
   <translation>The scale %1 is here already.</translation>
  </message>
  <message>
   <source>There is no assessment standard '%1'. Use one of: %2.</source>
   <translation>There is no assessment standard '%1'. Use one of: %2.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Schema</name>
  <message>
   <source>%1 is missing. Please fill it in.</source>
   <translation>%1 is missing. Please fill it in.</translation>
  </message>
  <message>
   <source>%1 is too long: %2 characters, at most %3 are kept. Please shorten it.</source>
   <translation>%1 is too long: %2 characters, at most %3 are kept. Please shorten it.</translation>
  </message>
  <message>
   <source>%1: '%2' is not a day. Write it as 2021-09-03.</source>
   <translation>%1: '%2' is not a day. Write it as 2021-09-03.</translation>
  </message>
  <message>
   <source>%1: '%2' is not a moment. Write it as 2021-09-03T03:40:00Z.</source>
   <translation>%1: '%2' is not a moment. Write it as 2021-09-03T03:40:00Z.</translation>
  </message>
  <message>
   <source>%1: '%2' is not known. Use one of: %3.</source>
   <translation>%1: '%2' is not known. Use one of: %3.</translation>
  </message>
  <message>
   <source>%1: '%2' does not fit here.</source>
   <translation>%1: '%2' does not fit here.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ServiceDesk</name>
  <message>
   <source>The day %1 has not come yet. Services are recorded on their day or later.</source>
   <translation>The day %1 has not come yet. Services are recorded on their day or later.</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the service is of %2. Give both for the same day.</source>
   <translation>The moment 'at' lies on %1 in China, but the service is of %2. Give both for the same day.</translation>
  </message>
  <message>
   <source>A service takes 1 to %1 minutes, not %2.</source>
   <translation>A service takes 1 to %1 minutes, not %2.</translation>
  </message>
  <message>
   <source>Price %1 and subsidy %2 do not go together: neither is below 0, and the subsidy is a part of the price.</source>
   <translation>Price %1 and subsidy %2 do not go together: neither is below 0, and the subsidy is a part of the price.</translation>
  </message>
  <message>
   <source>Satisfaction is a number from 1 to 5.</source>
   <translation>Satisfaction is a number from 1 to 5.</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>There is nobody of the staff with number %1. Please add the person first.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
  <message>
   <source>Elder %1 is absent on %2 (%3, number %4). Please end that absence first.</source>
   <translation>Elder %1 is absent on %2 (%3, number %4). Please end that absence first.</translation>
  </message>
  <message>
   <source>Another person signed: please write who it was, and the relation to the elder.</source>
   <translation>Another person signed: please write who it was, and the relation to the elder.</translation>
  </message>
  <message>
   <source>%1 is closed: its claim is signed. Ask the manager to open it for a named reason, then record the service.</source>
   <translation>%1 is closed: its claim is signed. Ask the manager to open it for a named reason, then record the service.</translation>
  </message>
  <message>
   <source>A service for a group has 1 to %1 elders, not %2.</source>
   <translation>A service for a group has 1 to %1 elders, not %2.</translation>
  </message>
  <message>
   <source>Elder %1: %2</source>
   <translation>Elder %1: %2</translation>
  </message>
  <message numerus="yes">
   <source>Nothing was recorded: %n of the group cannot be served so.</source>
   <translation>
    <numerusform>Nothing was recorded: %n of the group cannot be served so.</numerusform>
    <numerusform>Nothing was recorded: %n of the group cannot be served so.</numerusform>
   </translation>
  </message>
  <message>
   <source>There is no service with number %1. Its number stands on the slip and on the list of the day.</source>
   <translation>There is no service with number %1. Its number stands on the slip and on the list of the day.</translation>
  </message>
  <message>
   <source>Service %1 was made void.</source>
   <translation>Service %1 was made void.</translation>
  </message>
  <message>
   <source>Service %1 is signed already (%2, %3).</source>
   <translation>Service %1 is signed already (%2, %3).</translation>
  </message>
  <message>
   <source>The elder was absent on that day (%1, number %2).</source>
   <translation>The elder was absent on that day (%1, number %2).</translation>
  </message>
  <message>
   <source>It was recorded after the claim of %1 was signed.</source>
   <translation>It was recorded after the claim of %1 was signed.</translation>
  </message>
  <message>
   <source>No service agreement of this elder covers '%1' on %2.</source>
   <translation>No service agreement of this elder covers '%1' on %2.</translation>
  </message>
  <message>
   <source>The elder is recorded as deceased on %1.</source>
   <translation>The elder is recorded as deceased on %1.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Session</name>
  <message>
   <source>Please fill in the centre's name, its code and the first user's name.</source>
   <translation>Please fill in the centre's name, its code and the first user's name.</translation>
  </message>
  <message>
   <source>The password is too short. Please use at least 6 characters.</source>
   <translation>The password is too short. Please use at least 6 characters.</translation>
  </message>
  <message>
   <source>There is no centre in this data folder yet. Please set one up first.</source>
   <translation>There is no centre in this data folder yet. Please set one up first.</translation>
  </message>
  <message>
   <source>There is a centre in %1 already. Choose another folder, or sign in.</source>
   <translation>There is a centre in %1 already. Choose another folder, or sign in.</translation>
  </message>
  <message>
   <source>The new data file could not be put in its place. Please check the data folder.</source>
   <translation>The new data file could not be put in its place. Please check the data folder.</translation>
  </message>
  <message>
   <source>Several people work here. Please say who is signing in.</source>
   <translation>Several people work here. Please say who is signing in.</translation>
  </message>
  <message>
   <source>User name and password do not fit. Please type them again.</source>
   <translation>User name and password do not fit. Please type them again.</translation>
  </message>
  <message>
   <source>The key data in this file are damaged. Please restore the newest backup.</source>
   <translation>The key data in this file are damaged. Please restore the newest backup.</translation>
  </message>
  <message>
   <source>The recovery key does not fit this centre. Please compare it letter by letter with the printed sheet.</source>
   <translation>The recovery key does not fit this centre. Please compare it letter by letter with the printed sheet.</translation>
  </message>
  <message>
   <source>The centre's keys are missing. Please restore the newest backup.</source>
   <translation>The centre's keys are missing. Please restore the newest backup.</translation>
  </message>
  <message>
   <source>Somebody else's work waits here. Only who locked it can go on with it.</source>
   <translation>Somebody else's work waits here. Only who locked it can go on with it.</translation>
  </message>
  <message>
   <source>The books are locked. Please sign in again.</source>
   <translation>The books are locked. Please sign in again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Settings</name>
  <message>
   <source>There is no setting '%1'.</source>
   <translation>There is no setting '%1'.</translation>
  </message>
  <message>
   <source>The setting '%1' cannot take this value. Allowed: %2.</source>
   <translation>The setting '%1' cannot take this value. Allowed: %2.</translation>
  </message>
 </context>
 <context>
  <name>songhe::SettlementDesk</name>
  <message>
   <source>There is no claim with number %1.</source>
   <translation>There is no claim with number %1.</translation>
  </message>
  <message>
   <source>Nothing was written: claim %1 for %2 is kept under the same policy and covers days of %3 as well, so these meals would be claimed twice. Please settle %2 instead.</source>
   <translation>Nothing was written: claim %1 for %2 is kept under the same policy and covers days of %3 as well, so these meals would be claimed twice. Please settle %2 instead.</translation>
  </message>
  <message>
   <source>Claim %1 (%2, %3): its lines are not the ones it was written with; they come to %4 yuan, the claim says %5. Restore the newest backup from before this.</source>
   <translation>Claim %1 (%2, %3): its lines are not the ones it was written with; they come to %4 yuan, the claim says %5. Restore the newest backup from before this.</translation>
  </message>
 </context>
 <context>
  <name>songhe::SheetBuilder</name>
  <message>
   <source>The table has more than %1 rows. Split it into several files.</source>
   <translation>The table has more than %1 rows. Split it into several files.</translation>
  </message>
  <message>
   <source>The table has more than %1 columns. Delete what does not belong to it and save it again.</source>
   <translation>The table has more than %1 columns. Delete what does not belong to it and save it again.</translation>
  </message>
  <message>
   <source>A cell in row %1 holds more than %2 characters. Shorten it and save the file again.</source>
   <translation>A cell in row %1 holds more than %2 characters. Shorten it and save the file again.</translation>
  </message>
  <message>
   <source>The table has more than %1 cells. Split it into several files.</source>
   <translation>The table has more than %1 cells. Split it into several files.</translation>
  </message>
  <message>
   <source>The table joins too many cells. Undo the joining in your spreadsheet program and save it again.</source>
   <translation>The table joins too many cells. Undo the joining in your spreadsheet program and save it again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::SiteDesk</name>
  <message>
   <source>There is a site with code %1 already. Please choose another code.</source>
   <translation>There is a site with code %1 already. Please choose another code.</translation>
  </message>
  <message>
   <source>The centre has no meal point yet. Please add one first.</source>
   <translation>The centre has no meal point yet. Please add one first.</translation>
  </message>
  <message>
   <source>There is no site '%1'. See the list of sites for their codes.</source>
   <translation>There is no site '%1'. See the list of sites for their codes.</translation>
  </message>
 </context>
 <context>
  <name>songhe::StaffDesk</name>
  <message>
   <source>Write certificates as a list of at most %1, each with kind (a word such as care_worker), and from and until as days.</source>
   <translation>Write certificates as a list of at most %1, each with kind (a word such as care_worker), and from and until as days.</translation>
  </message>
  <message>
   <source>The last day (%1) lies before the first (%2). Please check both.</source>
   <translation>The last day (%1) lies before the first (%2). Please check both.</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>There is no site %1. Please add it first.</translation>
  </message>
  <message>
   <source>Hours a week are 0 to %1, not %2.</source>
   <translation>Hours a week are 0 to %1, not %2.</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>There is nobody of the staff with number %1. Please add the person first.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Store</name>
  <message>
   <source>The backup could not be written to the end. Please try another place.</source>
   <translation>The backup could not be written to the end. Please try another place.</translation>
  </message>
  <message>
   <source>The backup was written but does not read back well: it was thrown away. Please try another place.</source>
   <translation>The backup was written but does not read back well: it was thrown away. Please try another place.</translation>
  </message>
  <message>
   <source>The backup could not be put in its place. Please try another place.</source>
   <translation>The backup could not be put in its place. Please try another place.</translation>
  </message>
  <message>
   <source>A record of table %1 (row %2) refers to one of table %3 that is not here.</source>
   <translation>A record of table %1 (row %2) refers to one of table %3 that is not here.</translation>
  </message>
  <message>
   <source>These data were written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</source>
   <translation>These data were written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</translation>
  </message>
  <message>
   <source>Internal fault: a query got the wrong number of values.</source>
   <translation>Internal fault: a query got the wrong number of values.</translation>
  </message>
  <message>
   <source>A part of this work failed, so nothing of it was saved. Please try again.</source>
   <translation>A part of this work failed, so nothing of it was saved. Please try again.</translation>
  </message>
  <message>
   <source>A record this one refers to is not here. Please check its number.</source>
   <translation>A record this one refers to is not here. Please check its number.</translation>
  </message>
  <message>
   <source>This is recorded already.</source>
   <translation>This is recorded already.</translation>
  </message>
  <message>
   <source>Another program is using these data. Please close it and try again.</source>
   <translation>Another program is using these data. Please close it and try again.</translation>
  </message>
  <message>
   <source>The data folder cannot be written. Please check its permissions; nothing was changed.</source>
   <translation>The data folder cannot be written. Please check its permissions; nothing was changed.</translation>
  </message>
  <message>
   <source>The data file cannot be opened. Please check that the data folder exists and can be read.</source>
   <translation>The data file cannot be opened. Please check that the data folder exists and can be read.</translation>
  </message>
  <message>
   <source>The disk is full. Nothing was saved; please make room and try again.</source>
   <translation>The disk is full. Nothing was saved; please make room and try again.</translation>
  </message>
  <message>
   <source>The data file is damaged. Please stop working and restore the newest backup.</source>
   <translation>The data file is damaged. Please stop working and restore the newest backup.</translation>
  </message>
  <message>
   <source>The data file could not be read or written. Nothing was saved; please try again.</source>
   <translation>The data file could not be read or written. Nothing was saved; please try again.</translation>
  </message>
  <message>
   <source>These are the data themselves. Please choose another place for the backup.</source>
   <translation>These are the data themselves. Please choose another place for the backup.</translation>
  </message>
  <message>
   <source>There is something else at %1, and it was left alone. Please choose another name for the backup.</source>
   <translation>There is something else at %1, and it was left alone. Please choose another name for the backup.</translation>
  </message>
  <message>
   <source>Nothing can be written at %1. Please check the place and its permissions.</source>
   <translation>Nothing can be written at %1. Please check the place and its permissions.</translation>
  </message>
  <message>
   <source>%1 is no data file of Songhe. It was left as it is; please choose another file.</source>
   <translation>%1 is no data file of Songhe. It was left as it is; please choose another file.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Timeline</name>
  <message>
   <source>%1 to %2</source>
   <translation>%1 to %2</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>from %1</translation>
  </message>
  <message>
   <source>Meal</source>
   <translation>Meal</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message>
   <source>Day care</source>
   <translation>Day care</translation>
  </message>
  <message>
   <source>came at %1</source>
   <translation>came at %1</translation>
  </message>
  <message>
   <source>Absence</source>
   <translation>Absence</translation>
  </message>
  <message>
   <source>Bed</source>
   <translation>Bed</translation>
  </message>
  <message>
   <source>Bed at home</source>
   <translation>Bed at home</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visit</translation>
  </message>
  <message>
   <source>Survival check</source>
   <translation>Survival check</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>not met</translation>
  </message>
  <message>
   <source>passed on to %1</source>
   <translation>passed on to %1</translation>
  </message>
  <message>
   <source>next by %1</source>
   <translation>next by %1</translation>
  </message>
  <message>
   <source>How often visited</source>
   <translation>How often visited</translation>
  </message>
  <message>
   <source>first by %1</source>
   <translation>first by %1</translation>
  </message>
  <message>
   <source>Incident</source>
   <translation>Incident</translation>
  </message>
  <message>
   <source>Device lent</source>
   <translation>Device lent</translation>
  </message>
  <message>
   <source>Assessment</source>
   <translation>Assessment</translation>
  </message>
  <message>
   <source>Booking</source>
   <translation>Booking</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Agreement</translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
 </context>
 <context>
  <name>songhe::Timetable</name>
  <message>
   <source>The elder has service %1 at that time (%2). Please choose another time.</source>
   <translation>The elder has service %1 at that time (%2). Please choose another time.</translation>
  </message>
  <message>
   <source>The elder has booking %1 at that time (%2). Please choose another time, or finish or cancel that booking.</source>
   <translation>The elder has booking %1 at that time (%2). Please choose another time, or finish or cancel that booking.</translation>
  </message>
  <message>
   <source>This person of the staff has service %1 at that time (%2, for elder %3). Please choose another time or another person.</source>
   <translation>This person of the staff has service %1 at that time (%2, for elder %3). Please choose another time or another person.</translation>
  </message>
  <message>
   <source>This person of the staff has booking %1 at that time (%2, for elder %3). Please choose another time or another person.</source>
   <translation>This person of the staff has booking %1 at that time (%2, for elder %3). Please choose another time or another person.</translation>
  </message>
  <message>
   <source>Staff %1 does not work here on %2. Please choose another person.</source>
   <translation>Staff %1 does not work here on %2. Please choose another person.</translation>
  </message>
  <message>
   <source>Staff %1 finishes the training before duty only on %2. Please choose another person.</source>
   <translation>Staff %1 finishes the training before duty only on %2. Please choose another person.</translation>
  </message>
  <message>
   <source>Staff %1 has no certificate for '%2' that holds on %3; one of these is wanted: %4. Please choose another person, or enter the certificate.</source>
   <translation>Staff %1 has no certificate for '%2' that holds on %3; one of these is wanted: %4. Please choose another person, or enter the certificate.</translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
 </context>
 <context>
  <name>songhe::UserRepository</name>
  <message>
   <source>There is a user of this name already. Please choose another sign-in name.</source>
   <translation>There is a user of this name already. Please choose another sign-in name.</translation>
  </message>
  <message>
   <source>This user is not here any more.</source>
   <translation>This user is not here any more.</translation>
  </message>
 </context>
 <context>
  <name>songhe::VisitDesk</name>
  <message>
   <source>The day %1 has not come yet. Visits are recorded on their day or later.</source>
   <translation>The day %1 has not come yet. Visits are recorded on their day or later.</translation>
  </message>
  <message>
   <source>The next visit (%1) must be due after this one (%2).</source>
   <translation>The next visit (%1) must be due after this one (%2).</translation>
  </message>
  <message>
   <source>Write at most %1 risks.</source>
   <translation>Write at most %1 risks.</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>There is nobody of the staff with number %1. Please add the person first.</translation>
  </message>
  <message>
   <source>'%1' is no frequency of visits. Use one of: %2.</source>
   <translation>'%1' is no frequency of visits. Use one of: %2.</translation>
  </message>
  <message>
   <source>The first visit (%1) lies before the first day (%2). Please check both.</source>
   <translation>The first visit (%1) lies before the first day (%2). Please check both.</translation>
  </message>
 </context>
 <context>
  <name>songhe::VisitPlan</name>
  <message>
   <source>'%1' is not known. Use: %2.</source>
   <translation>'%1' is not known. Use: %2.</translation>
  </message>
  <message>
   <source>either days or months is wanted here.</source>
   <translation>either days or months is wanted here.</translation>
  </message>
  <message>
   <source>this reason says nothing. Give ageAtLeast, fact or incidents.</source>
   <translation>this reason says nothing. Give ageAtLeast, fact or incidents.</translation>
  </message>
  <message>
   <source>the example wants '%1', the rules propose '%2'.</source>
   <translation>the example wants '%1', the rules propose '%2'.</translation>
  </message>
  <message>
   <source>The catalogue of visits cannot be read.</source>
   <translation>The catalogue of visits cannot be read.</translation>
  </message>
  <message>
   <source>this key stands here twice.</source>
   <translation>this key stands here twice.</translation>
  </message>
  <message>
   <source>the last one must be for everybody: without reasons.</source>
   <translation>the last one must be for everybody: without reasons.</translation>
  </message>
  <message>
   <source>this list is empty.</source>
   <translation>this list is empty.</translation>
  </message>
 </context>
 <context>
  <name>songhe::Wording</name>
  <message>
   <source>pays %1 yuan: %2</source>
   <translation>pays %1 yuan: %2</translation>
  </message>
  <message>
   <source>not payable: %1</source>
   <translation>not payable: %1</translation>
  </message>
  <message>
   <source>held: %1</source>
   <translation>held: %1</translation>
  </message>
  <message>
   <source>died on %1</source>
   <translation>died on %1</translation>
  </message>
  <message>
   <source>the policy %1 begins on %2</source>
   <translation>the policy %1 begins on %2</translation>
  </message>
  <message>
   <source>the policy %1 ended on %2</source>
   <translation>the policy %1 ended on %2</translation>
  </message>
  <message>
   <source>the policy %1 is not valid that day</source>
   <translation>the policy %1 is not valid that day</translation>
  </message>
  <message>
   <source>nothing</source>
   <extracomment>Between the members of a short list.</extracomment>
   <translation>nothing</translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>aged %1 or over</source>
   <translation>aged %1 or over</translation>
  </message>
  <message>
   <source>%1 (declared)</source>
   <translation>%1 (declared)</translation>
  </message>
  <message>
   <source>the file was made void; look for the one that counts</source>
   <translation>the file was made void; look for the one that counts</translation>
  </message>
  <message>
   <source>the assessment ended on %1 (%2); please assess her anew</source>
   <translation>the assessment ended on %1 (%2); please assess her anew</translation>
  </message>
  <message>
   <source>recorded as away that day (%1); put the meal or the absence right</source>
   <translation>recorded as away that day (%1); put the meal or the absence right</translation>
  </message>
  <message>
   <source>no day, area or cost of it counts</source>
   <translation>no day, area or cost of it counts</translation>
  </message>
  <message>
   <source>the amount is not set; note it on the record or choose it for the policy (%1 to %2 yuan)</source>
   <translation>the amount is not set; note it on the record or choose it for the policy (%1 to %2 yuan)</translation>
  </message>
  <message>
   <source>the amount on the record is not between %1 and %2 yuan</source>
   <translation>the amount on the record is not between %1 and %2 yuan</translation>
  </message>
  <message>
   <source>the area at acceptance is not on file</source>
   <translation>the area at acceptance is not on file</translation>
  </message>
  <message>
   <source>the date of birth on file is not the resident number's; correct it, or note the paper that proves it</source>
   <translation>the date of birth on file is not the resident number's; correct it, or note the paper that proves it</translation>
  </message>
  <message>
   <source>nobody signed for it; the policy wants a signature</source>
   <translation>nobody signed for it; the policy wants a signature</translation>
  </message>
  <message>
   <source>the record was made void</source>
   <translation>the record was made void</translation>
  </message>
  <message>
   <source>it is paid under %1 already (claim %2)</source>
   <translation>it is paid under %1 already (claim %2)</translation>
  </message>
 </context>
 <context>
  <name>songhe::Words</name>
  <message>
   <source>en</source>
   <extracomment>Which of the texts of a data file is shown: "zh" or "en".</extracomment>
   <translation>en</translation>
  </message>
 </context>
 <context>
  <name>songhe::Workbook</name>
  <message>
   <source>This file is no table. Choose the roster as .xlsx, .xls, .ods or .csv.</source>
   <translation>This file is no table. Choose the roster as .xlsx, .xls, .ods or .csv.</translation>
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</translation>
  </message>
  <message>
   <source>This is a web page under the name of a table. Open it in your spreadsheet program, save it as .xlsx and import that file.</source>
   <translation>This is a web page under the name of a table. Open it in your spreadsheet program, save it as .xlsx and import that file.</translation>
  </message>
  <message>
   <source>The file '%1' cannot be opened. Check its name, and that no other program locks it.</source>
   <translation>The file '%1' cannot be opened. Check its name, and that no other program locks it.</translation>
  </message>
  <message>
   <source>The file is empty. Save the table again and choose that file.</source>
   <translation>The file is empty. Save the table again and choose that file.</translation>
  </message>
  <message>
   <source>The file is larger than %1 MB, far more than a roster needs. Split it into several files.</source>
   <translation>The file is larger than %1 MB, far more than a roster needs. Split it into several files.</translation>
  </message>
  <message>
   <source>The file could not be read to its end. Copy it to this computer first.</source>
   <translation>The file could not be read to its end. Copy it to this computer first.</translation>
  </message>
  <message>
   <source>The table is empty. Choose the file that holds the roster.</source>
   <translation>The table is empty. Choose the file that holds the roster.</translation>
  </message>
 </context>
 <context>
  <name>songhe::XlsReader</name>
  <message>
   <source>The .xls file is damaged and cannot be read. Open it in your spreadsheet program, save it as .xlsx and import that file.</source>
   <translation>The .xls file is damaged and cannot be read. Open it in your spreadsheet program, save it as .xlsx and import that file.</translation>
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</translation>
  </message>
 </context>
 <context>
  <name>songhe::XlsxReader</name>
  <message>
   <source>Some cells point at text that the workbook does not hold, so they cannot be read. Open it in your spreadsheet program, save it and try again.</source>
   <translation>Some cells point at text that the workbook does not hold, so they cannot be read. Open it in your spreadsheet program, save it and try again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::XmlPart</name>
  <message>
   <source>The workbook holds declarations that no spreadsheet program writes; it may have been forged and is not read. Ask for the file again.</source>
   <translation>The workbook holds declarations that no spreadsheet program writes; it may have been forged and is not read. Ask for the file again.</translation>
  </message>
  <message>
   <source>The workbook is damaged inside. Open it in your spreadsheet program, save it and try again.</source>
   <translation>The workbook is damaged inside. Open it in your spreadsheet program, save it and try again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ZipPart</name>
  <message>
   <source>The workbook unpacks to far more than its size allows and is not read. Open it in a spreadsheet program, copy the table into a new file and save that.</source>
   <translation>The workbook unpacks to far more than its size allows and is not read. Open it in a spreadsheet program, copy the table into a new file and save that.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ZipParts</name>
  <message>
   <source>The workbook is torn: its end is missing or bytes have changed. Copy it again from where it came from.</source>
   <translation>The workbook is torn: its end is missing or bytes have changed. Copy it again from where it came from.</translation>
  </message>
  <message>
   <source>The workbook holds too many parts and is not read. Save the table as .xlsx again.</source>
   <translation>The workbook holds too many parts and is not read. Save the table as .xlsx again.</translation>
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</translation>
  </message>
  <message>
   <source>The workbook holds the same part twice, so it is not clear which one is meant. Save the table as .xlsx again.</source>
   <translation>The workbook holds the same part twice, so it is not clear which one is meant. Save the table as .xlsx again.</translation>
  </message>
  <message>
   <source>A part of the workbook is missing. Open it in your spreadsheet program, save it and try again.</source>
   <translation>A part of the workbook is missing. Open it in your spreadsheet program, save it and try again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli</name>
  <message>
   <source>The centre is set up.

Recovery key (write it down or print it now, it is shown only this once):
  %1

Keys for the district:
  %2
  %3</source>
   <translation>The centre is set up.

Recovery key (write it down or print it now, it is shown only this once):
  %1

Keys for the district:
  %2
  %3</translation>
  </message>
  <message>
   <source>Added site %1, %2.</source>
   <translation>Added site %1, %2.</translation>
  </message>
  <message>
   <source>New password:</source>
   <translation>New password:</translation>
  </message>
  <message>
   <source>Added user %1.</source>
   <translation>Added user %1.</translation>
  </message>
  <message>
   <source>First password, shown only this once: %1</source>
   <translation>First password, shown only this once: %1</translation>
  </message>
  <message>
   <source>The password is changed.</source>
   <translation>The password is changed.</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Saved.</translation>
  </message>
  <message>
   <source>Backup written and read back: %1</source>
   <translation>Backup written and read back: %1</translation>
  </message>
  <message>
   <source>Backup of '%1': up to change %2, %3. Changes of the present data that would be lost: %4.</source>
   <translation>Backup of '%1': up to change %2, %3. Changes of the present data that would be lost: %4.</translation>
  </message>
  <message>
   <source>Nothing was restored. Give --yes to go on.</source>
   <translation>Nothing was restored. Give --yes to go on.</translation>
  </message>
  <message>
   <source>Type 'restore' to go on:</source>
   <translation>Type 'restore' to go on:</translation>
  </message>
  <message>
   <source>Nothing was restored.</source>
   <translation>Nothing was restored.</translation>
  </message>
  <message>
   <source>Restored. The data it replaced are kept in the data folder as before-restore-….db.</source>
   <translation>Restored. The data it replaced are kept in the data folder as before-restore-….db.</translation>
  </message>
  <message>
   <source>The audit log holds: %1 entries.</source>
   <translation>The audit log holds: %1 entries.</translation>
  </message>
  <message>
   <source>All is well: file, references, keys and audit log (%1 entries).</source>
   <translation>All is well: file, references, keys and audit log (%1 entries).</translation>
  </message>
  <message>
   <source>%1, %2: %3 meals payable, %4 yuan; %5 not payable; %6 held.</source>
   <translation>%1, %2: %3 meals payable, %4 yuan; %5 not payable; %6 held.</translation>
  </message>
  <message>
   <source>The policy is a draft for comment: this claim cannot be sent as it is.</source>
   <translation>The policy is a draft for comment: this claim cannot be sent as it is.</translation>
  </message>
  <message>
   <source>Written as draft claim %1.</source>
   <translation>Written as draft claim %1.</translation>
  </message>
  <message>
   <source>Nothing was written; add --write to keep it as a draft claim.</source>
   <translation>Nothing was written; add --write to keep it as a draft claim.</translation>
  </message>
  <message>
   <source>There is no claim yet. 'settle --write' makes the first.</source>
   <translation>There is no claim yet. 'settle --write' makes the first.</translation>
  </message>
  <message>
   <source>Printed: %1 (%2 pages)</source>
   <translation>Printed: %1 (%2 pages)</translation>
  </message>
  <message>
   <source>--paper: write a5 or roll80.</source>
   <translation>--paper: write a5 or roll80.</translation>
  </message>
  <message>
   <source>Policy %1, version %2, is at hand now.</source>
   <translation>Policy %1, version %2, is at hand now.</translation>
  </message>
  <message>
   <source>died %1</source>
   <translation>died %1</translation>
  </message>
  <message>
   <source>--contact: write it as NAME,RELATION,PHONE.</source>
   <translation>--contact: write it as NAME,RELATION,PHONE.</translation>
  </message>
  <message>
   <source>--sex: write male or female.</source>
   <translation>--sex: write male or female.</translation>
  </message>
  <message>
   <source>The picture %1 cannot be read.</source>
   <translation>The picture %1 cannot be read.</translation>
  </message>
  <message>
   <source>Added %1, number %2.</source>
   <translation>Added %1, number %2.</translation>
  </message>
  <message>
   <source>Saved %1, number %2.</source>
   <translation>Saved %1, number %2.</translation>
  </message>
  <message>
   <source>%1 is void now.</source>
   <translation>%1 is void now.</translation>
  </message>
  <message>
   <source>Nobody found.</source>
   <translation>Nobody found.</translation>
  </message>
  <message>
   <source>--kind: '%1' is not known. Use one of: %2.</source>
   <translation>--kind: '%1' is not known. Use one of: %2.</translation>
  </message>
  <message>
   <source>Please give either recipients (-r) or a passphrase file (--passphrase-file).</source>
   <translation>Please give either recipients (-r) or a passphrase file (--passphrase-file).</translation>
  </message>
  <message>
   <source>Sealed: %1</source>
   <translation>Sealed: %1</translation>
  </message>
  <message>
   <source>Opened: %1</source>
   <translation>Opened: %1</translation>
  </message>
  <message>
   <source>Signed: %1</source>
   <translation>Signed: %1</translation>
  </message>
  <message>
   <source>Please give the public key (-P) or its file (-p).</source>
   <translation>Please give the public key (-P) or its file (-p).</translation>
  </message>
  <message>
   <source>The signature is good. Trusted comment: %1</source>
   <translation>The signature is good. Trusted comment: %1</translation>
  </message>
  <message>
   <source>--%1: '%2' is not known. Use one of: %3.</source>
   <translation>--%1: '%2' is not known. Use one of: %3.</translation>
  </message>
  <message>
   <source>--at: write the moment as 2021-09-03T03:40:00Z.</source>
   <translation>--at: write the moment as 2021-09-03T03:40:00Z.</translation>
  </message>
  <message>
   <source>Recorded: %1, %2 %3, number %4.</source>
   <translation>Recorded: %1, %2 %3, number %4.</translation>
  </message>
  <message>
   <source>Meal %1 of %2 is void now.</source>
   <translation>Meal %1 of %2 is void now.</translation>
  </message>
  <message>
   <source>%1: %2 meals.</source>
   <translation>%1: %2 meals.</translation>
  </message>
  <message>
   <source>Written, read back and compared: %1
SHA-256 %2, %3 bytes, sequence %4.</source>
   <translation>Written, read back and compared: %1
SHA-256 %2, %3 bytes, sequence %4.</translation>
  </message>
  <message>
   <source>The package is whole and signed: %1, sequence %2.</source>
   <translation>The package is whole and signed: %1, sequence %2.</translation>
  </message>
  <message>
   <source>No package was written yet.</source>
   <translation>No package was written yet.</translation>
  </message>
  <message>
   <source>The bag is complete and valid: %1 files.</source>
   <translation>The bag is complete and valid: %1 files.</translation>
  </message>
  <message>
   <source>Chosen: %1 = %2. It holds for what is settled from now on.</source>
   <translation>Chosen: %1 = %2. It holds for what is settled from now on.</translation>
  </message>
  <message>
   <source>The key that signed it (%1) is only named by the package itself. Give --public-key to be sure who made it.</source>
   <translation>The key that signed it (%1) is only named by the package itself. Give --public-key to be sure who made it.</translation>
  </message>
  <message>
   <source>--division: '%1' is not known. Write the six digits of GB/T 2260, such as 150205.</source>
   <translation>--division: '%1' is not known. Write the six digits of GB/T 2260, such as 150205.</translation>
  </message>
  <message>
   <source>Backup of '%1': up to change %2, %3. The present data cannot be read: all that was entered after this backup would be lost. They would be moved aside as they are.</source>
   <translation>Backup of '%1': up to change %2, %3. The present data cannot be read: all that was entered after this backup would be lost. They would be moved aside as they are.</translation>
  </message>
  <message>
   <source>Contained: %1 adjustments of signed claims, %2 yuan.</source>
   <translation>Contained: %1 adjustments of signed claims, %2 yuan.</translation>
  </message>
  <message>
   <source>Claim %1 for this period is %2: it stays as it was signed. What changed since goes into the next claim.</source>
   <translation>Claim %1 for this period is %2: it stays as it was signed. What changed since goes into the next claim.</translation>
  </message>
  <message>
   <source>Claim %1, %2, %3 yuan: %4. Check code %5.</source>
   <translation>Claim %1, %2, %3 yuan: %4. Check code %5.</translation>
  </message>
  <message>
   <source>Opened on %1 until %2: %3</source>
   <translation>Opened on %1 until %2: %3</translation>
  </message>
  <message>
   <source>Nothing was found that an auditor would ask about.</source>
   <translation>Nothing was found that an auditor would ask about.</translation>
  </message>
  <message>
   <source>--fen: write the amount that arrived as a whole number of fen.</source>
   <translation>--fen: write the amount that arrived as a whole number of fen.</translation>
  </message>
  <message>
   <source>Open for new entries until %1.</source>
   <translation>Open for new entries until %1.</translation>
  </message>
  <message>
   <source>%1, %2: the same %3 yuan and the same digest. Used of the caps before, as stated: %4.</source>
   <translation>%1, %2: the same %3 yuan and the same digest. Used of the caps before, as stated: %4.</translation>
  </message>
  <message>
   <source>%1, %2: %3</source>
   <translation>%1, %2: %3</translation>
  </message>
  <message>
   <source>The package holds no claim.</source>
   <translation>The package holds no claim.</translation>
  </message>
  <message>
   <source>The policy file %1 cannot be opened. Please check where it lies.</source>
   <translation>The policy file %1 cannot be opened. Please check where it lies.</translation>
  </message>
  <message>
   <source>Good: %1, version %2; %3 examples came out as written.</source>
   <translation>Good: %1, version %2; %3 examples came out as written.</translation>
  </message>
  <message>
   <source>%1: version %2 against version %3.</source>
   <translation>%1: version %2 against version %3.</translation>
  </message>
  <message>
   <source>%1 is new here.</source>
   <translation>%1 is new here.</translation>
  </message>
  <message>
   <source>Now: %1 paid, %2 yuan.</source>
   <translation>Now: %1 paid, %2 yuan.</translation>
  </message>
  <message>
   <source>Under version %1: %2 paid, %3 yuan.</source>
   <translation>Under version %1: %2 paid, %3 yuan.</translation>
  </message>
  <message>
   <source>No service is recorded on %1; there is nothing to print.</source>
   <translation>No service is recorded on %1; there is nothing to print.</translation>
  </message>
  <message>
   <source>%1: %2 records moved here; %3 meals were doubled and made void; %4 facts stay in the void file.</source>
   <translation>%1: %2 records moved here; %3 meals were doubled and made void; %4 facts stay in the void file.</translation>
  </message>
  <message>
   <source>--to lies before --from.</source>
   <translation>--to lies before --from.</translation>
  </message>
  <message>
   <source>%1 minutes</source>
   <translation>%1 minutes</translation>
  </message>
  <message>
   <source>The file '%1' cannot be opened.</source>
   <translation>The file '%1' cannot be opened.</translation>
  </message>
  <message>
   <source>The catalogue %1 is right: %2 items.</source>
   <translation>The catalogue %1 is right: %2 items.</translation>
  </message>
  <message>
   <source>Recorded for %1 elders under number %2.</source>
   <translation>Recorded for %1 elders under number %2.</translation>
  </message>
  <message>
   <source>Recorded under number %1.</source>
   <translation>Recorded under number %1.</translation>
  </message>
  <message>
   <source>Note: %1</source>
   <translation>Note: %1</translation>
  </message>
  <message>
   <source>--how: write signature, fingerprint or proxy.</source>
   <translation>--how: write signature, fingerprint or proxy.</translation>
  </message>
  <message>
   <source>Service %1 is signed: %2.</source>
   <translation>Service %1 is signed: %2.</translation>
  </message>
  <message>
   <source>Please give --satisfaction, --complaint or both.</source>
   <translation>Please give --satisfaction, --complaint or both.</translation>
  </message>
  <message>
   <source>Saved with service %1.</source>
   <translation>Saved with service %1.</translation>
  </message>
  <message>
   <source>%1: planned %2, done %3</source>
   <translation>%1: planned %2, done %3</translation>
  </message>
  <message>
   <source>Booked under number %1.</source>
   <translation>Booked under number %1.</translation>
  </message>
  <message>
   <source>Booking %1 is done; it became service %2.</source>
   <translation>Booking %1 is done; it became service %2.</translation>
  </message>
  <message>
   <source>Booking %1 is cancelled.</source>
   <translation>Booking %1 is cancelled.</translation>
  </message>
  <message>
   <source>%1  %2: %3 services, %4 minutes</source>
   <translation>%1  %2: %3 services, %4 minutes</translation>
  </message>
  <message>
   <source>not offered</source>
   <translation>not offered</translation>
  </message>
  <message>
   <source>Sent with %1 yuan; settled now it comes to %2: %3 yuan. Lines new %4, gone %5, changed %6.</source>
   <translation>Sent with %1 yuan; settled now it comes to %2: %3 yuan. Lines new %4, gone %5, changed %6.</translation>
  </message>
  <message>
   <source>Please give the district's identity file with --identity.</source>
   <translation>Please give the district's identity file with --identity.</translation>
  </message>
  <message>
   <source>The district is set up. Give both lines to every centre, on paper or by a stick:
recipient   %1
public key  %2
Keep the identity file and a copy of it in a safe: without it no package can be opened.</source>
   <translation>The district is set up. Give both lines to every centre, on paper or by a stick:
recipient   %1
public key  %2
Keep the identity file and a copy of it in a safe: without it no package can be opened.</translation>
  </message>
  <message>
   <source>Packages of centre %1 are taken when this key signed them: %2</source>
   <translation>Packages of centre %1 are taken when this key signed them: %2</translation>
  </message>
  <message>
   <source>merged</source>
   <translation>merged</translation>
  </message>
  <message>
   <source>already here</source>
   <translation>already here</translation>
  </message>
  <message>
   <source>merged; a newer package of the quarter is here</source>
   <translation>merged; a newer package of the quarter is here</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>refused</translation>
  </message>
  <message>
   <source>%1: %2. New %3, updated %4, unchanged %5, in conflict %6.</source>
   <translation>%1: %2. New %3, updated %4, unchanged %5, in conflict %6.</translation>
  </message>
  <message>
   <source>No package was found there.</source>
   <translation>No package was found there.</translation>
  </message>
  <message>
   <source>Receipts written: %1.</source>
   <translation>Receipts written: %1.</translation>
  </message>
  <message>
   <source>%1 %2: packages %3, newest quarter %4, records %5.</source>
   <translation>%1 %2: packages %3, newest quarter %4, records %5.</translation>
  </message>
  <message>
   <source>No centre is trusted yet.</source>
   <translation>No centre is trusted yet.</translation>
  </message>
  <message>
   <source>every claim comes out the same (%1).</source>
   <translation>every claim comes out the same (%1).</translation>
  </message>
  <message>
   <source>not every claim comes out the same.</source>
   <translation>not every claim comes out the same.</translation>
  </message>
  <message>
   <source>Nothing was changed. %1: %2 records would move here; %3 would be doubled and made void; %4 facts would stay in the void file.</source>
   <translation>Nothing was changed. %1: %2 records would move here; %3 would be doubled and made void; %4 facts would stay in the void file.</translation>
  </message>
  <message>
   <source>%1: accepted %2, superseded %3, in conflict %4, refused %5.</source>
   <translation>%1: accepted %2, superseded %3, in conflict %4, refused %5.</translation>
  </message>
  <message>
   <source>This receipt was here already; only new decisions were taken over.</source>
   <translation>This receipt was here already; only new decisions were taken over.</translation>
  </message>
  <message>
   <source>Lines of the work-list that are open: %1. 'receipt items' shows them.</source>
   <translation>Lines of the work-list that are open: %1. 'receipt items' shows them.</translation>
  </message>
  <message>
   <source>No receipt came back yet.</source>
   <translation>No receipt came back yet.</translation>
  </message>
  <message>
   <source>The work-list is empty.</source>
   <translation>The work-list is empty.</translation>
  </message>
  <message>
   <source>Line of the work-list</source>
   <translation>Line of the work-list</translation>
  </message>
  <message>
   <source>Done.</source>
   <translation>Done.</translation>
  </message>
  <message>
   <source>There is no package %1. 'package list' lists them.</source>
   <translation>There is no package %1. 'package list' lists them.</translation>
  </message>
  <message>
   <source>Packages are sealed to this district from now on, and only its receipts are taken over.</source>
   <translation>Packages are sealed to this district from now on, and only its receipts are taken over.</translation>
  </message>
  <message>
   <source>%1: new %2, updated %3, unchanged %4, in conflict %5.</source>
   <translation>%1: new %2, updated %3, unchanged %4, in conflict %5.</translation>
  </message>
  <message>
   <source>Short code, as on the hand-over sheet: %1</source>
   <translation>Short code, as on the hand-over sheet: %1</translation>
  </message>
  <message>
   <source>Claim %1 is accepted. The centre learns it by a receipt: 'district receipts' writes it.</source>
   <translation>Claim %1 is accepted. The centre learns it by a receipt: 'district receipts' writes it.</translation>
  </message>
  <message>
   <source>Claim %1 goes back. The centre learns it by a receipt: 'district receipts' writes it.</source>
   <translation>Claim %1 goes back. The centre learns it by a receipt: 'district receipts' writes it.</translation>
  </message>
  <message>
   <source>Every decision stands in a receipt already.</source>
   <translation>Every decision stands in a receipt already.</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Assess</name>
  <message>
   <source>The file '%1' cannot be opened. Check its name and place.</source>
   <translation>The file '%1' cannot be opened. Check its name and place.</translation>
  </message>
  <message>
   <source>The file '%1' is larger than %2 MB. Divide it.</source>
   <translation>The file '%1' is larger than %2 MB. Divide it.</translation>
  </message>
  <message>
   <source>'%1' is no JSON: %2 (byte %3).</source>
   <translation>'%1' is no JSON: %2 (byte %3).</translation>
  </message>
  <message>
   <source>--set: '%1' is not known. Use: %2.</source>
   <translation>--set: '%1' is not known. Use: %2.</translation>
  </message>
  <message>
   <source>an object in braces is wanted here.</source>
   <translation>an object in braces is wanted here.</translation>
  </message>
  <message>
   <source>the key '%1' is not known. Use: %2.</source>
   <translation>the key '%1' is not known. Use: %2.</translation>
  </message>
  <message>
   <source>%1: the answer is missing.</source>
   <translation>%1: the answer is missing.</translation>
  </message>
  <message>
   <source>not told yet</source>
   <translation>not told yet</translation>
  </message>
  <message>
   <source> %1 of %2</source>
   <translation> %1 of %2</translation>
  </message>
  <message>
   <source>Total %1 of %2</source>
   <translation>Total %1 of %2</translation>
  </message>
  <message>
   <source>Preliminary: %1. Final: %2.</source>
   <translation>Preliminary: %1. Final: %2.</translation>
  </message>
  <message>
   <source>The standard's text gives two levels for these grades; read by %1 = %2. Both assessors must confirm it with a reason.</source>
   <translation>The standard's text gives two levels for these grades; read by %1 = %2. Both assessors must confirm it with a reason.</translation>
  </message>
  <message>
   <source>Sheet with index %1 (number %2 of %3): %4</source>
   <translation>Sheet with index %1 (number %2 of %3): %4</translation>
  </message>
  <message>
   <source>Assessment %1: %2 of %3, %4, %5</source>
   <translation>Assessment %1: %2 of %3, %4, %5</translation>
  </message>
  <message>
   <source>no level yet</source>
   <translation>no level yet</translation>
  </message>
  <message>
   <source>The level holds until %1.</source>
   <translation>The level holds until %1.</translation>
  </message>
  <message>
   <source>Not answered yet: %1</source>
   <translation>Not answered yet: %1</translation>
  </message>
  <message>
   <source>--reason: use first, routine, immediate or disputed.</source>
   <translation>--reason: use first, routine, immediate or disputed.</translation>
  </message>
  <message>
   <source>There is no assessment here yet. 'assess add' begins one.</source>
   <translation>There is no assessment here yet. 'assess add' begins one.</translation>
  </message>
  <message>
   <source>--days: a whole number of days from 0 to 3650 is wanted.</source>
   <translation>--days: a whole number of days from 0 to 3650 is wanted.</translation>
  </message>
  <message>
   <source>Elder %1: the level ended on %2.</source>
   <translation>Elder %1: the level ended on %2.</translation>
  </message>
  <message>
   <source>Elder %1: the level holds until %2.</source>
   <translation>Elder %1: the level holds until %2.</translation>
  </message>
  <message>
   <source>No assessment comes due.</source>
   <translation>No assessment comes due.</translation>
  </message>
  <message>
   <source>Assessment %1 is void now.</source>
   <translation>Assessment %1 is void now.</translation>
  </message>
  <message>
   <source>Both keyings are the same.</source>
   <translation>Both keyings are the same.</translation>
  </message>
  <message>
   <source>%1 %2: first '%3', second '%4'</source>
   <translation>%1 %2: first '%3', second '%4'</translation>
  </message>
  <message>
   <source>Chosen: %1 = %2. It holds for what is confirmed from now on.</source>
   <translation>Chosen: %1 = %2. It holds for what is confirmed from now on.</translation>
  </message>
  <message>
   <source>Please give the number of the assessment, or --blank with a standard.</source>
   <translation>Please give the number of the assessment, or --blank with a standard.</translation>
  </message>
  <message>
   <source>Printed: %1 (%2 pages)</source>
   <translation>Printed: %1 (%2 pages)</translation>
  </message>
  <message>
   <source>--events: write recorded, to take what is recorded of the last 30 days.</source>
   <translation>--events: write recorded, to take what is recorded of the last 30 days.</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Context</name>
  <message>
   <source>Please give --%1.</source>
   <translation>Please give --%1.</translation>
  </message>
  <message>
   <source>%1: '%2' is no record number.</source>
   <translation>%1: '%2' is no record number.</translation>
  </message>
  <message>
   <source>%1: '%2' is no day. Write it as 2021-09-03.</source>
   <translation>%1: '%2' is no day. Write it as 2021-09-03.</translation>
  </message>
  <message>
   <source>Please give --password-file.</source>
   <translation>Please give --password-file.</translation>
  </message>
  <message>
   <source>Password:</source>
   <translation>Password:</translation>
  </message>
  <message>
   <source>There is no centre in %1 yet. Make one with 'init' or 'demo'.</source>
   <translation>There is no centre in %1 yet. Make one with 'init' or 'demo'.</translation>
  </message>
  <message>
   <source>Usage:</source>
   <translation>Usage:</translation>
  </message>
  <message>
   <source>--%1: '%2' is no whole number.</source>
   <translation>--%1: '%2' is no whole number.</translation>
  </message>
  <message>
   <source>--%1: write yes or no.</source>
   <translation>--%1: write yes or no.</translation>
  </message>
  <message>
   <source>Recorded under number %1.</source>
   <translation>Recorded under number %1.</translation>
  </message>
  <message>
   <source>Record %1 is void now.</source>
   <translation>Record %1 is void now.</translation>
  </message>
  <message>
   <source>There is no subject '%1'. 'songhe-cli --help' lists them all.</source>
   <translation>There is no subject '%1'. 'songhe-cli --help' lists them all.</translation>
  </message>
  <message>
   <source>This command is not known. 'songhe-cli --help' lists the subjects, 'songhe-cli help all' all commands.</source>
   <translation>This command is not known. 'songhe-cli --help' lists the subjects, 'songhe-cli help all' all commands.</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Day</name>
  <message>
   <source>Nobody is found by '%1'.</source>
   <translation>Nobody is found by '%1'.</translation>
  </message>
  <message>
   <source>'%1' may be one of several: %2. Please give the number.</source>
   <translation>'%1' may be one of several: %2. Please give the number.</translation>
  </message>
  <message numerus="yes">
   <source>%n regular(s) recorded as present.</source>
   <translation>
    <numerusform>%n regular recorded as present.</numerusform>
    <numerusform>%n regulars recorded as present.</numerusform>
   </translation>
  </message>
  <message>
   <source>recorded as absent as well: one of the two is wrong</source>
   <translation>recorded as absent as well: one of the two is wrong</translation>
  </message>
  <message>
   <source>%1  elder %2: %3, %4</source>
   <translation>%1  elder %2: %3, %4</translation>
  </message>
  <message>
   <source>No visit is due.</source>
   <translation>No visit is due.</translation>
  </message>
  <message>
   <source>elder %1: %2 (%3)</source>
   <translation>elder %1: %2 (%3)</translation>
  </message>
  <message>
   <source>Printed: %1 (%2 pages)</source>
   <translation>Printed: %1 (%2 pages)</translation>
  </message>
  <message>
   <source>No device is overdue.</source>
   <translation>No device is overdue.</translation>
  </message>
  <message>
   <source>%1: %2 people, %3 meals; %4 came to day care, %5 absent; %6 visits made, %7 due, %8 overdue.</source>
   <translation>%1: %2 people, %3 meals; %4 came to day care, %5 absent; %6 visits made, %7 due, %8 overdue.</translation>
  </message>
  <message>
   <source>%1: %2 persons, %3 times, %4 minutes, %5 yuan</source>
   <translation>%1: %2 persons, %3 times, %4 minutes, %5 yuan</translation>
  </message>
  <message>
   <source>Incidents, %1: %2</source>
   <translation>Incidents, %1: %2</translation>
  </message>
  <message>
   <source>Services: %1 yuan, of it %2 from public money, %3 paid by themselves.</source>
   <translation>Services: %1 yuan, of it %2 from public money, %3 paid by themselves.</translation>
  </message>
  <message>
   <source>--most: a whole number from 1 to %1 is wanted.</source>
   <translation>--most: a whole number from 1 to %1 is wanted.</translation>
  </message>
  <message>
   <source>--kind: '%1' is not known. Use: %2.</source>
   <translation>--kind: '%1' is not known. Use: %2.</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::DemoCommands</name>
  <message>
   <source>--%1: '%2' is not a number.</source>
   <translation>--%1: '%2' is not a number.</translation>
  </message>
  <message>
   <source>Invented %1 elders with %2 facts and %3 meals in %4. Sign in as %5.</source>
   <translation>Invented %1 elders with %2 facts and %3 meals in %4. Sign in as %5.</translation>
  </message>
  <message>
   <source>The password is %1.</source>
   <translation>The password is %1.</translation>
  </message>
  <message>
   <source>Invented %1 centres; the sticks of four quarters are in %2, in round1 to round4. planted.json names the centres' keys to trust and what a district must find.</source>
   <translation>Invented %1 centres; the sticks of four quarters are in %2, in round1 to round4. planted.json names the centres' keys to trust and what a district must find.</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Help</name>
  <message>
   <source>set a centre up, its sites, users and settings; back up, check</source>
   <translation>set a centre up, its sites, users and settings; back up, check</translation>
  </message>
  <message>
   <source>elders' files and what holds of them from when to when</source>
   <translation>elders' files and what holds of them from when to when</translation>
  </message>
  <message>
   <source>meals</source>
   <translation>meals</translation>
  </message>
  <message>
   <source>assessments of ability</source>
   <translation>assessments of ability</translation>
  </message>
  <message>
   <source>services, orders, agreements, plans, the catalogue and prices</source>
   <translation>services, orders, agreements, plans, the catalogue and prices</translation>
  </message>
  <message>
   <source>who works here, hours and certificates</source>
   <translation>who works here, hours and certificates</translation>
  </message>
  <message>
   <source>day care: who came and went; the day at a glance</source>
   <translation>day care: who came and went; the day at a glance</translation>
  </message>
  <message>
   <source>stays in beds, beds at home, absences</source>
   <translation>stays in beds, beds at home, absences</translation>
  </message>
  <message>
   <source>visits, incidents, health notes; find in them</source>
   <translation>visits, incidents, health notes; find in them</translation>
  </message>
  <message>
   <source>assistive devices and their loans</source>
   <translation>assistive devices and their loans</translation>
  </message>
  <message>
   <source>facilities, rooms, projects, costs, acceptance, budget</source>
   <translation>facilities, rooms, projects, costs, acceptance, budget</translation>
  </message>
  <message>
   <source>settle a period, sign claims, what came back, recompute</source>
   <translation>settle a period, sign claims, what came back, recompute</translation>
  </message>
  <message>
   <source>subsidy policies: list, compare, try, import</source>
   <translation>subsidy policies: list, compare, try, import</translation>
  </message>
  <message>
   <source>rosters, months of meals and records of other programs</source>
   <translation>rosters, months of meals and records of other programs</translation>
  </message>
  <message>
   <source>sheets, slips, lists and claims as PDF</source>
   <translation>sheets, slips, lists and claims as PDF</translation>
  </message>
  <message>
   <source>quarterly packages and the district's receipts</source>
   <translation>quarterly packages and the district's receipts</translation>
  </message>
  <message>
   <source>seal and open files (age), sign and verify them (minisign)</source>
   <translation>seal and open files (age), sign and verify them (minisign)</translation>
  </message>
  <message>
   <source>the district office: merge, findings, claims, receipts</source>
   <translation>the district office: merge, findings, claims, receipts</translation>
  </message>
  <message>
   <source>an invented centre or city to practise with</source>
   <translation>an invented centre or city to practise with</translation>
  </message>
  <message>
   <source>Songhe, the books of a community elderly-care centre.
songhe-cli [--data-dir D] [--user U] [--password-file F] [--lang zh_CN|en] [--json] COMMAND

Subjects:
</source>
   <translation>Songhe, the books of a community elderly-care centre.
songhe-cli [--data-dir D] [--user U] [--password-file F] [--lang zh_CN|en] [--json] COMMAND

Subjects:
</translation>
  </message>
  <message>
   <source>
'songhe-cli help SUBJECT' lists its commands with their options, 'songhe-cli help all' those of all subjects.
--json makes any of them print one JSON document.
</source>
   <translation>
'songhe-cli help SUBJECT' lists its commands with their options, 'songhe-cli help all' those of all subjects.
--json makes any of them print one JSON document.
</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Import</name>
  <message>
   <source>%1 rows: %2 accepted, %3 with a warning, %4 here already, %5 refused.</source>
   <translation>%1 rows: %2 accepted, %3 with a warning, %4 here already, %5 refused.</translation>
  </message>
  <message>
   <source>Row %1, %2: %3</source>
   <translation>Row %1, %2: %3</translation>
  </message>
  <message>
   <source>Nothing was written; leave out --check to import.</source>
   <translation>Nothing was written; leave out --check to import.</translation>
  </message>
  <message>
   <source>Added %1 people, updated %2 files.</source>
   <translation>Added %1 people, updated %2 files.</translation>
  </message>
  <message>
   <source>%1: %2 people, %3 meals written, %4 recorded before; %5 rows of unknown people, %6 double marks, %7 marks after a death.</source>
   <translation>%1: %2 people, %3 meals written, %4 recorded before; %5 rows of unknown people, %6 double marks, %7 marks after a death.</translation>
  </message>
  <message>
   <source>Row %1: %2</source>
   <translation>Row %1: %2</translation>
  </message>
  <message>
   <source>%1 records written.</source>
   <translation>%1 records written.</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>Nothing was written.</translation>
  </message>
  <message>
   <source>--problems names the roster itself. Please choose another name for the refused rows.</source>
   <translation>--problems names the roster itself. Please choose another name for the refused rows.</translation>
  </message>
 </context>
 <context>
  <name>songhe::desktop::Desktop</name>
  <message>
   <source>Songhe</source>
   <translation>Songhe</translation>
  </message>
  <message>
   <source>Inventing a centre with 120 elders and a year of meals</source>
   <translation>Inventing a centre with 120 elders and a year of meals</translation>
  </message>
  <message>
   <source>No backup yet; one is made at closing</source>
   <translation>No backup yet; one is made at closing</translation>
  </message>
  <message>
   <source>Backup %1 %2</source>
   <translation>Backup %1 %2</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>Go on writing</translation>
  </message>
  <message>
   <source>Close and discard what was typed and not saved?</source>
   <translation>Close and discard what was typed and not saved?</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Meal desk</source>
   <translation>Meal desk</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>Meals</translation>
  </message>
  <message>
   <source>Elders</source>
   <translation>Elders</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>Claims</translation>
  </message>
  <message>
   <source>Quarterly package</source>
   <translation>Quarterly package</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Package</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Setup</source>
   <translation>Setup</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>Claim</translation>
  </message>
  <message>
   <source>Backing up the books</source>
   <translation>Backing up the books</translation>
  </message>
  <message>
   <source>The window closes when it is done.</source>
   <translation>The window closes when it is done.</translation>
  </message>
  <message>
   <source>The backup failed. Close without it?</source>
   <translation>The backup failed. Close without it?</translation>
  </message>
  <message>
   <source>Close without a backup</source>
   <translation>Close without a backup</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>Go back</translation>
  </message>
  <message>
   <source>%1 typed something here that is not saved. Discard it?</source>
   <translation>%1 typed something here that is not saved. Discard it?</translation>
  </message>
  <message>
   <source>Discard and go on as %1</source>
   <translation>Discard and go on as %1</translation>
  </message>
  <message>
   <source>Leave it locked</source>
   <translation>Leave it locked</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>Assessments</translation>
  </message>
  <message>
   <source>Assess</source>
   <translation>Assess</translation>
  </message>
  <message>
   <source>Facilities and projects</source>
   <translation>Facilities and projects</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Places</translation>
  </message>
  <message>
   <source>Day care</source>
   <translation>Day care</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Came</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visits</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visit</translation>
  </message>
  <message>
   <source>Care</source>
   <translation>Care</translation>
  </message>
  <message>
   <source>Service %1</source>
   <translation>Service %1</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Staff</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Serve</source>
   <translation>Serve</translation>
  </message>
  <message>
   <source>District office</source>
   <translation>District office</translation>
  </message>
  <message>
   <source>Store: PostgreSQL</source>
   <translation>Store: PostgreSQL</translation>
  </message>
  <message>
   <source>Store: %1</source>
   <translation>Store: %1</translation>
  </message>
  <message>
   <source>Find a page</source>
   <translation>Find a page</translation>
  </message>
  <message>
   <source>Packages are being judged. Stop that and close?</source>
   <translation>Packages are being judged. Stop that and close?</translation>
  </message>
  <message>
   <source>What was merged stays merged; merging the same folder again goes on from there.</source>
   <translation>What was merged stays merged; merging the same folder again goes on from there.</translation>
  </message>
  <message>
   <source>Stop and close</source>
   <translation>Stop and close</translation>
  </message>
  <message>
   <source>Go on judging</source>
   <translation>Go on judging</translation>
  </message>
  <message>
   <source>Merge packages</source>
   <translation>Merge packages</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Merge</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Findings</translation>
  </message>
  <message>
   <source>Finds</source>
   <translation>Finds</translation>
  </message>
  <message>
   <source>Centres</source>
   <translation>Centres</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>This office</source>
   <translation>This office</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>Office</translation>
  </message>
  <message>
   <source>List</source>
   <translation>List</translation>
  </message>
  <message>
   <source>Decide claims</source>
   <translation>Decide claims</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>Decide</translation>
  </message>
  <message>
   <source>Incidents, health, aids</source>
   <translation>Incidents, health, aids</translation>
  </message>
 </context>
 <context>
  <name>songhe::desktop::StartOptions</name>
  <message>
   <source>Songhe, the books of a community elderly-care centre.</source>
   <translation>Songhe, the books of a community elderly-care centre.</translation>
  </message>
  <message>
   <source>Folder that holds the data of the centre or the district office.</source>
   <translation>Folder that holds the data of the centre or the district office.</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>folder</translation>
  </message>
  <message>
   <source>Open the district office.</source>
   <translation>Open the district office.</translation>
  </message>
  <message>
   <source>Open an invented centre, made on first use.</source>
   <translation>Open an invented centre, made on first use.</translation>
  </message>
 </context>
 <context>
  <name>songhe::printing</name>
  <message>
   <source>The PDF could not be made. Check that the folder can be written.</source>
   <translation>The PDF could not be made. Check that the folder can be written.</translation>
  </message>
  <message>
   <source>%1 cannot be written. Choose another folder.</source>
   <translation>%1 cannot be written. Choose another folder.</translation>
  </message>
  <message>
   <source>%1 could not be written whole. Is there room left? Nothing was changed.</source>
   <translation>%1 could not be written whole. Is there room left? Nothing was changed.</translation>
  </message>
  <message>
   <source>No Chinese font is installed, so characters may be missing on the paper. Install fonts-noto-cjk and print again.</source>
   <translation>No Chinese font is installed, so characters may be missing on the paper. Install fonts-noto-cjk and print again.</translation>
  </message>
  <message>
   <source>The table description print/%1.json cannot be used: %2</source>
   <translation>The table description print/%1.json cannot be used: %2</translation>
  </message>
  <message>
   <source>The print template %1 cannot be used: %2</source>
   <translation>The print template %1 cannot be used: %2</translation>
  </message>
  <message>
   <source>The elder of assessment %1 cannot be found.</source>
   <translation>The elder of assessment %1 cannot be found.</translation>
  </message>
 </context>
 <context>
  <name>songhe::printing::RecordPapers</name>
  <message>
   <source>There is no meal with number %1. Its number stands on the list of the day.</source>
   <translation>There is no meal with number %1. Its number stands on the list of the day.</translation>
  </message>
  <message>
   <source>Meal %1 was made void; there is no slip for it.</source>
   <translation>Meal %1 was made void; there is no slip for it.</translation>
  </message>
 </context>
 <context>
  <name>songhe::printing::ServicePapers</name>
  <message>
   <source>Nobody takes part in this service any more.</source>
   <translation>Nobody takes part in this service any more.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui</name>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AbilityView</name>
  <message>
   <source>Ability: not assessed yet</source>
   <translation>Ability: not assessed yet</translation>
  </message>
  <message>
   <source>Expired on %1: assess her anew.</source>
   <translation>Expired on %1: assess her anew.</translation>
  </message>
  <message>
   <source>Ability score</source>
   <translation>Ability score</translation>
  </message>
  <message>
   <source>Ability level</source>
   <translation>Ability level</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Asker</name>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Understood</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentHistory</name>
  <message>
   <source>Level over time</source>
   <translation>Level over time</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Level</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>Assessments, newest first</source>
   <translation>Assessments, newest first</translation>
  </message>
  <message>
   <source>Nobody has assessed her yet</source>
   <translation>Nobody has assessed her yet</translation>
  </message>
  <message>
   <source>Ctrl+N begins the first assessment.</source>
   <translation>Ctrl+N begins the first assessment.</translation>
  </message>
  <message>
   <source>Two side by side</source>
   <translation>Two side by side</translation>
  </message>
  <message>
   <source>Earlier sheet</source>
   <translation>Earlier sheet</translation>
  </message>
  <message>
   <source>Later sheet</source>
   <translation>Later sheet</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Item</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Earlier</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>changed</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Later</translation>
  </message>
  <message>
   <source>Item by item</source>
   <translation>Item by item</translation>
  </message>
  <message>
   <source>Nothing to compare yet</source>
   <translation>Nothing to compare yet</translation>
  </message>
  <message>
   <source>Two sheets of one standard stand here side by side.</source>
   <translation>Two sheets of one standard stand here side by side.</translation>
  </message>
  <message>
   <source>These two follow different standards. Levels and items are never converted; choose two sheets of one standard.</source>
   <translation>These two follow different standards. Levels and items are never converted; choose two sheets of one standard.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentSettings</name>
  <message>
   <source>Ability assessments</source>
   <translation>Ability assessments</translation>
  </message>
  <message>
   <source>Sheets that a second person keys again, in percent</source>
   <translation>Sheets that a second person keys again, in percent</translation>
  </message>
  <message>
   <source>Days before the end of a level to remind</source>
   <translation>Days before the end of a level to remind</translation>
  </message>
  <message>
   <source>Ask for religion</source>
   <translation>Ask for religion</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>%1 (preset)</source>
   <translation>%1 (preset)</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentSheet</name>
  <message>
   <source>Every item is answered. Enter: events and diagnoses.</source>
   <translation>Every item is answered. Enter: events and diagnoses.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentTablesForm</name>
  <message>
   <source>%1: '%2' is not a number from %3 to %4.</source>
   <translation>%1: '%2' is not a number from %3 to %4.</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>Place, assessors and remark</source>
   <translation>Place, assessors and remark</translation>
  </message>
  <message>
   <source>Place of the assessment</source>
   <translation>Place of the assessment</translation>
  </message>
  <message>
   <source>First assessor</source>
   <translation>First assessor</translation>
  </message>
  <message>
   <source>Second assessor</source>
   <translation>Second assessor</translation>
  </message>
  <message>
   <source>Second assessor, if any</source>
   <translation>Second assessor, if any</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>The clock the elder drew</source>
   <translation>The clock the elder drew</translation>
  </message>
  <message>
   <source>Choose the picture…</source>
   <translation>Choose the picture…</translation>
  </message>
  <message>
   <source>No picture yet. JPEG or PNG, at most 2 MB.</source>
   <translation>No picture yet. JPEG or PNG, at most 2 MB.</translation>
  </message>
  <message>
   <source>Body mass index %1, from height and weight</source>
   <translation>Body mass index %1, from height and weight</translation>
  </message>
  <message>
   <source>Follows from height and weight where both are written.</source>
   <translation>Follows from height and weight where both are written.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentWords</name>
  <message>
   <source>%1 · %2 points</source>
   <translation>%1 · %2 points</translation>
  </message>
  <message>
   <source>A colleague keys it a second time</source>
   <translation>A colleague keys it a second time</translation>
  </message>
  <message>
   <source>Enter: key it a second time, without seeing the first</source>
   <translation>Enter: key it a second time, without seeing the first</translation>
  </message>
  <message>
   <source>Both keyings agree; it can be confirmed</source>
   <translation>Both keyings agree; it can be confirmed</translation>
  </message>
  <message numerus="yes">
   <source>The two keyings differ at %n item(s)</source>
   <translation>
    <numerusform>The two keyings differ at %n item</numerusform>
    <numerusform>The two keyings differ at %n items</numerusform>
   </translation>
  </message>
  <message>
   <source>Every item is answered; confirm it</source>
   <translation>Every item is answered; confirm it</translation>
  </message>
  <message>
   <source>%1 of %2 items answered</source>
   <translation>%1 of %2 items answered</translation>
  </message>
  <message>
   <source>Expired: her claim lines are held until a new assessment</source>
   <translation>Expired: her claim lines are held until a new assessment</translation>
  </message>
  <message>
   <source>Enter: begin the new assessment</source>
   <translation>Enter: begin the new assessment</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>Levels by %1</source>
   <translation>Levels by %1</translation>
  </message>
  <message>
   <source>%1: %2 points</source>
   <translation>%1: %2 points</translation>
  </message>
  <message>
   <source>Totals by %1</source>
   <translation>Totals by %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentsPage</name>
  <message>
   <source>second keying</source>
   <translation>second keying</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>draft</translation>
  </message>
  <message>
   <source>expired</source>
   <translation>expired</translation>
  </message>
  <message>
   <source>due soon</source>
   <translation>due soon</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>confirmed</translation>
  </message>
  <message>
   <source>Ability assessments</source>
   <translation>Ability assessments</translation>
  </message>
  <message>
   <source>Print an empty sheet</source>
   <translation>Print an empty sheet</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>Make void…</translation>
  </message>
  <message>
   <source>History</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>Confirm…</source>
   <translation>Confirm…</translation>
  </message>
  <message>
   <source>Compare the two</source>
   <translation>Compare the two</translation>
  </message>
  <message>
   <source>Correct the second keying</source>
   <translation>Correct the second keying</translation>
  </message>
  <message>
   <source>Correct the sheet</source>
   <translation>Correct the sheet</translation>
  </message>
  <message>
   <source>New assessment</source>
   <translation>New assessment</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Level</translation>
  </message>
  <message>
   <source>Holds until</source>
   <translation>Holds until</translation>
  </message>
  <message>
   <source>To do, or who assessed</source>
   <translation>To do, or who assessed</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>Assessments</translation>
  </message>
  <message>
   <source>Nothing is due and nothing is begun</source>
   <translation>Nothing is due and nothing is begun</translation>
  </message>
  <message>
   <source>Ctrl+N begins an assessment; a draft that you leave waits here.</source>
   <translation>Ctrl+N begins an assessment; a draft that you leave waits here.</translation>
  </message>
  <message>
   <source>All assessments</source>
   <translation>All assessments</translation>
  </message>
  <message>
   <source>void: %1</source>
   <translation>void: %1</translation>
  </message>
  <message>
   <source>second keying, without seeing the first</source>
   <translation>second keying, without seeing the first</translation>
  </message>
  <message>
   <source>where the two keyings differ</source>
   <translation>where the two keyings differ</translation>
  </message>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Second keying</source>
   <translation>Second keying</translation>
  </message>
  <message>
   <source>Drafts</source>
   <translation>Drafts</translation>
  </message>
  <message>
   <source>Due and expired</source>
   <translation>Due and expired</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Confirmed</translation>
  </message>
  <message>
   <source>This record is not here. Look for it in the list.</source>
   <translation>This record is not here. Look for it in the list.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Item</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Title</translation>
  </message>
  <message>
   <source>First keying</source>
   <translation>First keying</translation>
  </message>
  <message>
   <source>Where the two keyings differ</source>
   <translation>Where the two keyings differ</translation>
  </message>
  <message>
   <source>Both keyings agree</source>
   <translation>Both keyings agree</translation>
  </message>
  <message>
   <source>The sheet can be confirmed.</source>
   <translation>The sheet can be confirmed.</translation>
  </message>
  <message>
   <source>This answer is not saved. %1</source>
   <translation>This answer is not saved. %1</translation>
  </message>
  <message>
   <source>The drawn clock</source>
   <translation>The drawn clock</translation>
  </message>
  <message>
   <source>Pictures (*.jpg *.jpeg *.png)</source>
   <translation>Pictures (*.jpg *.jpeg *.png)</translation>
  </message>
  <message>
   <source>The picture cannot be read or is larger than 2 MB. Choose a smaller one.</source>
   <translation>The picture cannot be read or is larger than 2 MB. Choose a smaller one.</translation>
  </message>
  <message numerus="yes">
   <source>%n item(s) without an answer yet: %1.</source>
   <translation>
    <numerusform>%n item without an answer yet: %1.</numerusform>
    <numerusform>%n items without an answer yet: %1.</numerusform>
   </translation>
  </message>
  <message>
   <source>Confirmed: %1, holds until %2.</source>
   <translation>Confirmed: %1, holds until %2.</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>Make void</translation>
  </message>
  <message>
   <source>Why is the assessment of %1 of %2 void?</source>
   <translation>Why is the assessment of %1 of %2 void?</translation>
  </message>
  <message>
   <source>The assessment is void. Its level counts no longer.</source>
   <translation>The assessment is void. Its level counts no longer.</translation>
  </message>
  <message>
   <source>Both keyings agree. The sheet can be confirmed.</source>
   <translation>Both keyings agree. The sheet can be confirmed.</translation>
  </message>
  <message numerus="yes">
   <source>The two keyings differ at %n item(s). Look at the paper and correct the one that is wrong.</source>
   <translation>
    <numerusform>The two keyings differ at %n item. Look at the paper and correct the one that is wrong.</numerusform>
    <numerusform>The two keyings differ at %n items. Look at the paper and correct the one that is wrong.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AttendancePage</name>
  <message>
   <source>Day care</source>
   <translation>Day care</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Another day: write it as 9-3 or 2021-09-03 and press Enter</source>
   <translation>Another day: write it as 9-3 or 2021-09-03 and press Enter</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>Make void…</translation>
  </message>
  <message>
   <source>All present</source>
   <translation>All present</translation>
  </message>
  <message>
   <source>Who comes or leaves</source>
   <translation>Who comes or leaves</translation>
  </message>
  <message>
   <source>Scan a card or type initials; Enter: she is here. The same again when she leaves.</source>
   <translation>Scan a card or type initials; Enter: she is here. The same again when she leaves.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Came at</source>
   <translation>Came at</translation>
  </message>
  <message>
   <source>Left at</source>
   <translation>Left at</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>Regulars of the day</source>
   <translation>Regulars of the day</translation>
  </message>
  <message>
   <source>Nobody comes regularly yet</source>
   <translation>Nobody comes regularly yet</translation>
  </message>
  <message>
   <source>Whoever comes today stands here tomorrow as well: type initials above and press Enter.</source>
   <translation>Whoever comes today stands here tomorrow as well: type initials above and press Enter.</translation>
  </message>
  <message>
   <source>In or out</source>
   <translation>In or out</translation>
  </message>
  <message>
   <source>left</source>
   <translation>left</translation>
  </message>
  <message>
   <source>here</source>
   <translation>here</translation>
  </message>
  <message>
   <source>absent</source>
   <translation>absent</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>not yet</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>further notice</translation>
  </message>
  <message>
   <source>%1, until %2</source>
   <translation>%1, until %2</translation>
  </message>
  <message>
   <source>recorded as absent as well (%1): one of the two is wrong</source>
   <translation>recorded as absent as well (%1): one of the two is wrong</translation>
  </message>
  <message>
   <source>'%1' is not a day. Write it as 2021-09-03.</source>
   <translation>'%1' is not a day. Write it as 2021-09-03.</translation>
  </message>
  <message>
   <source>%1 · %2 on the list: %3 here, %4 left, %5 absent, %6 not yet</source>
   <translation>%1 · %2 on the list: %3 here, %4 left, %5 absent, %6 not yet</translation>
  </message>
  <message>
   <source>%1 left at %2</source>
   <translation>%1 left at %2</translation>
  </message>
  <message>
   <source>%1 came at %2</source>
   <translation>%1 came at %2</translation>
  </message>
  <message numerus="yes">
   <source>%n recorded as present. Who is not here: choose the line and press Delete.</source>
   <translation>
    <numerusform>%n recorded as present. Who is not here: choose the line and press Delete.</numerusform>
    <numerusform>%n recorded as present. Who is not here: choose the line and press Delete.</numerusform>
   </translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>Make void</translation>
  </message>
  <message>
   <source>Why is the attendance of %1 void?</source>
   <translation>Why is the attendance of %1 void?</translation>
  </message>
  <message>
   <source>The attendance of %1 is void.</source>
   <translation>The attendance of %1 is void.</translation>
  </message>
  <message>
   <source>In hospital</source>
   <translation>In hospital</translation>
  </message>
  <message>
   <source>Away</source>
   <translation>Away</translation>
  </message>
  <message>
   <source>%1 is recorded as %2 since %3. Is she back?</source>
   <translation>%1 is recorded as %2 since %3. Is she back?</translation>
  </message>
  <message>
   <source>The absence then ends on %1.</source>
   <translation>The absence then ends on %1.</translation>
  </message>
  <message>
   <source>She is back</source>
   <translation>She is back</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Leave it</translation>
  </message>
  <message>
   <source>%1 is away (%2) until she comes again; meals and beds of these days are not claimed.</source>
   <translation>%1 is away (%2) until she comes again; meals and beds of these days are not claimed.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::CarePage</name>
  <message>
   <source>Incidents, health, devices</source>
   <translation>Incidents, health, devices</translation>
  </message>
  <message>
   <source>Came back today</source>
   <translation>Came back today</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>Incidents</translation>
  </message>
  <message>
   <source>No incident is recorded for the last year</source>
   <translation>No incident is recorded for the last year</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>Warning</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>Measurements</translation>
  </message>
  <message>
   <source>Nothing was measured in the last 90 days</source>
   <translation>Nothing was measured in the last 90 days</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Devices</translation>
  </message>
  <message>
   <source>No device is recorded yet</source>
   <translation>No device is recorded yet</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) overdue</source>
   <translation>
    <numerusform>%n day overdue</numerusform>
    <numerusform>%n days overdue</numerusform>
   </translation>
  </message>
  <message>
   <source>lent</source>
   <translation>lent</translation>
  </message>
  <message>
   <source>Loans</source>
   <translation>Loans</translation>
  </message>
  <message>
   <source>No device is lent</source>
   <translation>No device is lent</translation>
  </message>
  <message>
   <source>back on %1</source>
   <translation>back on %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ChangeWords</name>
  <message>
   <source>Personal file</source>
   <translation>Personal file</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Meal of %1, %2</source>
   <translation>Meal of %1, %2</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>a picture</source>
   <translation>a picture</translation>
  </message>
  <message>
   <source>Made void</source>
   <translation>Made void</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>valid</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimAnswerDialog</name>
  <message>
   <source>Money received (yuan)</source>
   <translation>Money received (yuan)</translation>
  </message>
  <message>
   <source>Lines that were returned; Space ticks one</source>
   <translation>Lines that were returned; Space ticks one</translation>
  </message>
  <message>
   <source>Write it down</source>
   <translation>Write it down</translation>
  </message>
  <message>
   <source>What came back</source>
   <translation>What came back</translation>
  </message>
  <message>
   <source>%1, %2 yuan, %3</source>
   <translation>%1, %2 yuan, %3</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>What happened</translation>
  </message>
  <message>
   <source>Day on the letter or slip, where it has one</source>
   <translation>Day on the letter or slip, where it has one</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Yuan</source>
   <translation>Yuan</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>ticked</source>
   <translation>ticked</translation>
  </message>
  <message>
   <source>not ticked</source>
   <translation>not ticked</translation>
  </message>
  <message>
   <source>Lines that were returned</source>
   <translation>Lines that were returned</translation>
  </message>
  <message>
   <source>Why the district returned it (needed)</source>
   <translation>Why the district returned it (needed)</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Write the day as 2021-10-12 and the amount as 1234.00.</source>
   <translation>Write the day as 2021-10-12 and the amount as 1234.00.</translation>
  </message>
  <message>
   <source>Tick the lines that were returned, or choose 'returned' for all of them.</source>
   <translation>Tick the lines that were returned, or choose 'returned' for all of them.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimCheckView</name>
  <message>
   <source>held</source>
   <translation>held</translation>
  </message>
  <message>
   <source>two points</source>
   <translation>two points</translation>
  </message>
  <message>
   <source>away</source>
   <translation>away</translation>
  </message>
  <message>
   <source>after death</source>
   <translation>after death</translation>
  </message>
  <message>
   <source>no signature</source>
   <translation>no signature</translation>
  </message>
  <message>
   <source>many meals</source>
   <translation>many meals</translation>
  </message>
  <message>
   <source>late entry</source>
   <translation>late entry</translation>
  </message>
  <message>
   <source>ending soon</source>
   <translation>ending soon</translation>
  </message>
  <message>
   <source>declared level</source>
   <translation>declared level</translation>
  </message>
  <message>
   <source>level changed</source>
   <translation>level changed</translation>
  </message>
  <message>
   <source>two beds</source>
   <translation>two beds</translation>
  </message>
  <message>
   <source>staff in two places</source>
   <translation>staff in two places</translation>
  </message>
  <message>
   <source>use changed</source>
   <translation>use changed</translation>
  </message>
  <message>
   <source>cap nearly used</source>
   <translation>cap nearly used</translation>
  </message>
  <message>
   <source>draft policy</source>
   <translation>draft policy</translation>
  </message>
  <message>
   <source>provisional</source>
   <translation>provisional</translation>
  </message>
  <message>
   <source>earlier draft</source>
   <translation>earlier draft</translation>
  </message>
  <message>
   <source>What</source>
   <translation>What</translation>
  </message>
  <message>
   <source>Whom or what</source>
   <translation>Whom or what</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>What an auditor would ask</source>
   <translation>What an auditor would ask</translation>
  </message>
  <message>
   <source>What an auditor would ask about</source>
   <translation>What an auditor would ask about</translation>
  </message>
  <message>
   <source>Nothing was found that an auditor would ask about.</source>
   <translation>Nothing was found that an auditor would ask about.</translation>
  </message>
  <message>
   <source>The claim can be signed as it is.</source>
   <translation>The claim can be signed as it is.</translation>
  </message>
  <message>
   <source>nothing found</source>
   <translation>nothing found</translation>
  </message>
  <message numerus="yes">
   <source>%n finding(s)</source>
   <translation>
    <numerusform>%n finding</numerusform>
    <numerusform>%n findings</numerusform>
   </translation>
  </message>
  <message>
   <source>%1, %2 yuan: %3. Enter opens what one is about; none of them stops a signature, but who signs has seen them.</source>
   <translation>%1, %2 yuan: %3. Enter opens what one is about; none of them stops a signature, but who signs has seen them.</translation>
  </message>
  <message>
   <source>elder in two places</source>
   <translation>elder in two places</translation>
  </message>
  <message>
   <source>clock went back</source>
   <translation>clock went back</translation>
  </message>
  <message>
   <source>did not come</source>
   <translation>did not come</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimMonthView</name>
  <message>
   <source>The claim comes to (yuan)</source>
   <translation>The claim comes to (yuan)</translation>
  </message>
  <message>
   <source>Paid meals</source>
   <translation>Paid meals</translation>
  </message>
  <message>
   <source>Not payable</source>
   <translation>Not payable</translation>
  </message>
  <message>
   <source>Enter: why this line</source>
   <translation>Enter: why this line</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <source>Yuan</source>
   <translation>Yuan</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>In capitals: %1</source>
   <translation>In capitals: %1</translation>
  </message>
  <message>
   <source>of %1 people</source>
   <translation>of %1 people</translation>
  </message>
  <message>
   <source>%1 held until cleared up</source>
   <translation>%1 held until cleared up</translation>
  </message>
  <message>
   <source>each with its reason</source>
   <translation>each with its reason</translation>
  </message>
  <message>
   <source>All %1</source>
   <translation>All %1</translation>
  </message>
  <message>
   <source>Paid %1</source>
   <translation>Paid %1</translation>
  </message>
  <message>
   <source>Not payable %1</source>
   <translation>Not payable %1</translation>
  </message>
  <message>
   <source>Held %1</source>
   <translation>Held %1</translation>
  </message>
  <message>
   <source>not kept yet</source>
   <translation>not kept yet</translation>
  </message>
  <message>
   <source>Ctrl+Enter keeps it.</source>
   <translation>Ctrl+Enter keeps it.</translation>
  </message>
  <message>
   <source>kept as draft</source>
   <translation>kept as draft</translation>
  </message>
  <message>
   <source>%1 · check code %2</source>
   <translation>%1 · check code %2</translation>
  </message>
  <message>
   <source>differs from the draft</source>
   <translation>differs from the draft</translation>
  </message>
  <message>
   <source>Records changed since %1. Ctrl+Enter replaces that draft.</source>
   <translation>Records changed since %1. Ctrl+Enter replaces that draft.</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Lines</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Lines of the claim</source>
   <translation>Lines of the claim</translation>
  </message>
  <message>
   <source>No line is here.</source>
   <translation>No line is here.</translation>
  </message>
  <message>
   <source>Records are entered at the meal desk (F2) or under facilities.</source>
   <translation>Records are entered at the meal desk (F2) or under facilities.</translation>
  </message>
  <message>
   <source>Paid lines</source>
   <translation>Paid lines</translation>
  </message>
  <message>
   <source>for %1 people or places</source>
   <translation>for %1 people or places</translation>
  </message>
  <message>
   <source>Adjustments %1</source>
   <translation>Adjustments %1</translation>
  </message>
  <message>
   <source>Contained in the claim: %1 yuan</source>
   <translation>Contained in the claim: %1 yuan</translation>
  </message>
  <message>
   <source>checked</source>
   <translation>checked</translation>
  </message>
  <message>
   <source>The lines stay as they were signed. What changes goes into the next claim.</source>
   <translation>The lines stay as they were signed. What changes goes into the next claim.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimSide</name>
  <message>
   <source>adjustment</source>
   <translation>adjustment</translation>
  </message>
  <message>
   <source>payable, late</source>
   <translation>payable, late</translation>
  </message>
  <message>
   <source>payable</source>
   <translation>payable</translation>
  </message>
  <message>
   <source>held</source>
   <translation>held</translation>
  </message>
  <message>
   <source>not payable</source>
   <translation>not payable</translation>
  </message>
  <message>
   <source>Sums</source>
   <translation>Sums</translation>
  </message>
  <message>
   <source>Back to the sums</source>
   <translation>Back to the sums</translation>
  </message>
  <message>
   <source>Sums and steps, or what decided a line</source>
   <translation>Sums and steps, or what decided a line</translation>
  </message>
  <message numerus="yes">
   <source>%n other reason(s)</source>
   <translation>
    <numerusform>%n other reason</numerusform>
    <numerusform>%n other reasons</numerusform>
   </translation>
  </message>
  <message>
   <source>Steps of the claim</source>
   <translation>Steps of the claim</translation>
  </message>
  <message>
   <source>Paid, by meal point</source>
   <translation>Paid, by meal point</translation>
  </message>
  <message>
   <source>Paid, by facility</source>
   <translation>Paid, by facility</translation>
  </message>
  <message>
   <source>Paid, by ground</source>
   <translation>Paid, by ground</translation>
  </message>
  <message>
   <source>Not paid, by reason</source>
   <translation>Not paid, by reason</translation>
  </message>
  <message>
   <source>recorded %1</source>
   <translation>recorded %1</translation>
  </message>
  <message>
   <source>recorded %1 by %2</source>
   <translation>recorded %1 by %2</translation>
  </message>
  <message>
   <source>decided</source>
   <translation>decided</translation>
  </message>
  <message>
   <source>as written</source>
   <translation>as written</translation>
  </message>
  <message>
   <source>%1 to %2</source>
   <translation>%1 to %2</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>from %1</translation>
  </message>
  <message>
   <source>learned on %1</source>
   <translation>learned on %1</translation>
  </message>
  <message>
   <source>%1 years old that day</source>
   <translation>%1 years old that day</translation>
  </message>
  <message>
   <source>What held on that day</source>
   <translation>What held on that day</translation>
  </message>
  <message>
   <source>Nothing is on file for that day.</source>
   <translation>Nothing is on file for that day.</translation>
  </message>
  <message>
   <source>Open her file</source>
   <translation>Open her file</translation>
  </message>
  <message>
   <source>The meal</source>
   <translation>The meal</translation>
  </message>
  <message>
   <source>The record</source>
   <translation>The record</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>made void: %1</source>
   <translation>made void: %1</translation>
  </message>
  <message>
   <source>Open the record</source>
   <translation>Open the record</translation>
  </message>
  <message>
   <source>The clause</source>
   <translation>The clause</translation>
  </message>
  <message>
   <source>%1, version %2</source>
   <translation>%1, version %2</translation>
  </message>
  <message>
   <source>%1 on %2</source>
   <translation>%1 on %2</translation>
  </message>
  <message>
   <source>%1 yuan:</source>
   <translation>%1 yuan:</translation>
  </message>
  <message>
   <source>What settling gives now</source>
   <translation>What settling gives now</translation>
  </message>
  <message>
   <source>Sent %1, now %2: %3 yuan</source>
   <translation>Sent %1, now %2: %3 yuan</translation>
  </message>
  <message>
   <source>No line differs.</source>
   <translation>No line differs.</translation>
  </message>
  <message>
   <source>%1 → %2 yuan: %3</source>
   <translation>%1 → %2 yuan: %3</translation>
  </message>
  <message>
   <source>Further lines that differ: %1. The printed claim lists all.</source>
   <translation>Further lines that differ: %1. The printed claim lists all.</translation>
  </message>
  <message>
   <source>Open that day at the meal desk</source>
   <translation>Open that day at the meal desk</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimsPage</name>
  <message>
   <source>Subsidy claims</source>
   <translation>Subsidy claims</translation>
  </message>
  <message>
   <source>Settle</source>
   <translation>Settle</translation>
  </message>
  <message>
   <source>Keep as draft</source>
   <translation>Keep as draft</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Amount in yuan</source>
   <translation>Amount in yuan</translation>
  </message>
  <message>
   <source>Not payable</source>
   <translation>Not payable</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Kept</translation>
  </message>
  <message>
   <source>By</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>Policy</translation>
  </message>
  <message>
   <source>Claims that are kept</source>
   <translation>Claims that are kept</translation>
  </message>
  <message>
   <source>No claim is kept yet.</source>
   <translation>No claim is kept yet.</translation>
  </message>
  <message>
   <source>Settling %1…</source>
   <translation>Settling %1…</translation>
  </message>
  <message>
   <source>This policy is invented for the demonstration. It is no ground for a claim; every sheet says so.</source>
   <translation>This policy is invented for the demonstration. It is no ground for a claim; every sheet says so.</translation>
  </message>
  <message>
   <source>This policy is a consultation draft that was never put in force. Every sheet of the claim says so.</source>
   <translation>This policy is a consultation draft that was never put in force. Every sheet of the claim says so.</translation>
  </message>
  <message>
   <source>Keeping the draft of %1…</source>
   <translation>Keeping the draft of %1…</translation>
  </message>
  <message>
   <source>Import a month…</source>
   <translation>Import a month…</translation>
  </message>
  <message>
   <source>Meals out of the month's table that the centre keeps on paper or in a spreadsheet</source>
   <translation>Meals out of the month's table that the centre keeps on paper or in a spreadsheet</translation>
  </message>
  <message>
   <source>Check and sign…</source>
   <translation>Check and sign…</translation>
  </message>
  <message>
   <source>Sign the claim of %1, %2 yuan?</source>
   <translation>Sign the claim of %1, %2 yuan?</translation>
  </message>
  <message>
   <source>Once it is signed its lines stay as they are; what changes goes into the next claim.</source>
   <translation>Once it is signed its lines stay as they are; what changes goes into the next claim.</translation>
  </message>
  <message>
   <source>Sign</source>
   <translation>Sign</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>Not yet</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>A month as 2021-09, a quarter as 2021Q3, a year as 2021. Up: the next one. Down: the one before. Enter: settle.</source>
   <translation>A month as 2021-09, a quarter as 2021Q3, a year as 2021. Up: the next one. Down: the one before. Enter: settle.</translation>
  </message>
  <message>
   <source>Period before</source>
   <translation>Period before</translation>
  </message>
  <message>
   <source>Next period</source>
   <translation>Next period</translation>
  </message>
  <message>
   <source>Open the period…</source>
   <translation>Open the period…</translation>
  </message>
  <message>
   <source>What came back…</source>
   <translation>What came back…</translation>
  </message>
  <message>
   <source>Sign…</source>
   <translation>Sign…</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Paid</translation>
  </message>
  <message>
   <source>Write the period above and press Enter: every record is judged by that day's facts.</source>
   <translation>Write the period above and press Enter: every record is judged by that day's facts.</translation>
  </message>
  <message>
   <source>%1 · %2</source>
   <translation>%1 · %2</translation>
  </message>
  <message>
   <source>Write the period as 2021-09, 2021Q3 or 2021.</source>
   <translation>Write the period as 2021-09, 2021Q3 or 2021.</translation>
  </message>
  <message>
   <source>Opening the claim of %1…</source>
   <translation>Opening the claim of %1…</translation>
  </message>
  <message>
   <source>Drafts by period</source>
   <translation>Drafts by period</translation>
  </message>
  <message>
   <source>Looking through the claim of %1…</source>
   <translation>Looking through the claim of %1…</translation>
  </message>
  <message>
   <source>Signing the claim of %1: every line is judged once more…</source>
   <translation>Signing the claim of %1: every line is judged once more…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ConfirmAssessmentDialog</name>
  <message>
   <source>Confirm the assessment</source>
   <translation>Confirm the assessment</translation>
  </message>
  <message>
   <source>First assessor</source>
   <translation>First assessor</translation>
  </message>
  <message>
   <source>Second assessor</source>
   <translation>Second assessor</translation>
  </message>
  <message>
   <source>Second assessor, if any</source>
   <translation>Second assessor, if any</translation>
  </message>
  <message>
   <source>Why both assessors stand by this level</source>
   <translation>Why both assessors stand by this level</translation>
  </message>
  <message>
   <source>It replaces</source>
   <translation>It replaces</translation>
  </message>
  <message>
   <source>Afterwards it is frozen. It can then only be made void with a reason, or be replaced by a later sheet.</source>
   <translation>Afterwards it is frozen. It can then only be made void with a reason, or be replaced by a later sheet.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Confirm and freeze</source>
   <translation>Confirm and freeze</translation>
  </message>
  <message>
   <source>no other sheet</source>
   <translation>no other sheet</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ContactsEdit</name>
  <message>
   <source>Contact %1: %2</source>
   <translation>Contact %1: %2</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>Relation</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DayBars</name>
  <message>
   <source>Meals a day from %1 to %2, at most %3 on one day</source>
   <translation>Meals a day from %1 to %2, at most %3 on one day</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>%1: %2 meals</source>
   <translation>%1: %2 meals</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DayEdit</name>
  <message>
   <source>e.g. 2021-09-03</source>
   <translation>e.g. 2021-09-03</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DeliveryDialog</name>
  <message>
   <source>ticked</source>
   <translation>ticked</translation>
  </message>
  <message>
   <source>not ticked</source>
   <translation>not ticked</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Brought</source>
   <translation>Brought</translation>
  </message>
  <message>
   <source>Subsidy</source>
   <translation>Subsidy</translation>
  </message>
  <message>
   <source>Those to whom meals are brought</source>
   <translation>Those to whom meals are brought</translation>
  </message>
  <message>
   <source>All or none</source>
   <translation>All or none</translation>
  </message>
  <message>
   <source>Record the deliveries</source>
   <translation>Record the deliveries</translation>
  </message>
  <message>
   <source>Batch delivery</source>
   <translation>Batch delivery</translation>
  </message>
  <message>
   <source>Those to whom this sitting was brought in the last 14 days. Take out with Space who gets none today; all others are recorded together.</source>
   <translation>Those to whom this sitting was brought in the last 14 days. Take out with Space who gets none today; all others are recorded together.</translation>
  </message>
  <message>
   <source>Nobody got this sitting brought in the last 14 days</source>
   <translation>Nobody got this sitting brought in the last 14 days</translation>
  </message>
  <message>
   <source>Record the first delivery at the desk with Alt+2; she stands here tomorrow.</source>
   <translation>Record the first delivery at the desk with Alt+2; she stands here tomorrow.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>%1 of %2 ticked</source>
   <translation>%1 of %2 ticked</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictCentresPage</name>
  <message>
   <source>Centres</source>
   <translation>Centres</translation>
  </message>
  <message>
   <source>Add a centre…</source>
   <translation>Add a centre…</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>nothing yet</translation>
  </message>
  <message>
   <source>delivered</source>
   <translation>delivered</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Code of its key</source>
   <translation>Code of its key</translation>
  </message>
  <message>
   <source>Quarters here</source>
   <translation>Quarters here</translation>
  </message>
  <message>
   <source>Centres whose packages are taken</source>
   <translation>Centres whose packages are taken</translation>
  </message>
  <message>
   <source>No centre is entered yet.</source>
   <translation>No centre is entered yet.</translation>
  </message>
  <message>
   <source>Ctrl+N: enter a centre's code and its signature key. Packages of others are refused.</source>
   <translation>Ctrl+N: enter a centre's code and its signature key. Packages of others are refused.</translation>
  </message>
  <message>
   <source>Signature key</source>
   <translation>Signature key</translation>
  </message>
  <message>
   <source>Quarter</source>
   <translation>Quarter</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Merged on</source>
   <translation>Merged on</translation>
  </message>
  <message>
   <source>Packages of the chosen centre</source>
   <translation>Packages of the chosen centre</translation>
  </message>
  <message>
   <source>No package came from it.</source>
   <translation>No package came from it.</translation>
  </message>
  <message>
   <source>F2: merge packages.</source>
   <translation>F2: merge packages.</translation>
  </message>
  <message>
   <source>Packages of centre %1 are taken from now on.</source>
   <translation>Packages of centre %1 are taken from now on.</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>While packages are being merged this waits.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictClaimsPage</name>
  <message>
   <source>Recompute…</source>
   <translation>Recompute…</translation>
  </message>
  <message>
   <source>Return…</source>
   <translation>Return…</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Accept</translation>
  </message>
  <message>
   <source>Which claims</source>
   <translation>Which claims</translation>
  </message>
  <message>
   <source>Waiting for a decision</source>
   <translation>Waiting for a decision</translation>
  </message>
  <message>
   <source>All claims</source>
   <translation>All claims</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Centre</translation>
  </message>
  <message>
   <source>All centres</source>
   <translation>All centres</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Decision</translation>
  </message>
  <message>
   <source>Recomputed</source>
   <translation>Recomputed</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>Amount in yuan</source>
   <translation>Amount in yuan</translation>
  </message>
  <message>
   <source>Lines paid</source>
   <translation>Lines paid</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>Policy</translation>
  </message>
  <message>
   <source>Claims of the centres</source>
   <translation>Claims of the centres</translation>
  </message>
  <message>
   <source>No claim waits for a decision.</source>
   <translation>No claim waits for a decision.</translation>
  </message>
  <message>
   <source>Claims come with the packages (F2). 'All claims' shows those that were decided, too.</source>
   <translation>Claims come with the packages (F2). 'All claims' shows those that were decided, too.</translation>
  </message>
  <message>
   <source>About the chosen claim</source>
   <translation>About the chosen claim</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>accepted</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>returned</translation>
  </message>
  <message>
   <source>not signed</source>
   <translation>not signed</translation>
  </message>
  <message>
   <source>to decide</source>
   <translation>to decide</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>not yet</translation>
  </message>
  <message>
   <source>the same</source>
   <translation>the same</translation>
  </message>
  <message>
   <source>differs</source>
   <translation>differs</translation>
  </message>
  <message numerus="yes">
   <source>%n claim(s) to decide</source>
   <translation>
    <numerusform>%n claim to decide</numerusform>
    <numerusform>%n claims to decide</numerusform>
   </translation>
  </message>
  <message>
   <source>Settled by a draft of the policy.</source>
   <translation>Settled by a draft of the policy.</translation>
  </message>
  <message>
   <source>The centre has not signed it: there is nothing to decide yet.</source>
   <translation>The centre has not signed it: there is nothing to decide yet.</translation>
  </message>
  <message>
   <source>Recomputed from its package: the same lines, the same amount, the same digest.</source>
   <translation>Recomputed from its package: the same lines, the same amount, the same digest.</translation>
  </message>
  <message>
   <source>Recomputed from its package: %1</source>
   <translation>Recomputed from its package: %1</translation>
  </message>
  <message>
   <source>Accepted on %1.</source>
   <translation>Accepted on %1.</translation>
  </message>
  <message>
   <source>Returned on %1.</source>
   <translation>Returned on %1.</translation>
  </message>
  <message>
   <source>Stick or folder with the packages</source>
   <translation>Stick or folder with the packages</translation>
  </message>
  <message>
   <source>Recomputing the claims of every package…</source>
   <translation>Recomputing the claims of every package…</translation>
  </message>
  <message>
   <source>Stopped. No claim was recomputed.</source>
   <translation>Stopped. No claim was recomputed.</translation>
  </message>
  <message>
   <source>No package was found there. Packages end in .zip.age.</source>
   <translation>No package was found there. Packages end in .zip.age.</translation>
  </message>
  <message>
   <source>%1 claims came out the same, %2 differ.</source>
   <translation>%1 claims came out the same, %2 differ.</translation>
  </message>
  <message>
   <source>Recomputing gave another result. Accept the claim all the same?</source>
   <translation>Recomputing gave another result. Accept the claim all the same?</translation>
  </message>
  <message>
   <source>Accept it</source>
   <translation>Accept it</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>Go back</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Return</translation>
  </message>
  <message>
   <source>Why the claim goes back; the centre reads it</source>
   <translation>Why the claim goes back; the centre reads it</translation>
  </message>
  <message>
   <source>Decide claims</source>
   <translation>Decide claims</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>While packages are being merged this waits.</translation>
  </message>
  <message>
   <source>Writing the decision down…</source>
   <translation>Writing the decision down…</translation>
  </message>
  <message>
   <source>Write receipts…</source>
   <translation>Write receipts…</translation>
  </message>
  <message numerus="yes">
   <source>%n decision(s) are not in any receipt yet (%1).</source>
   <translation>
    <numerusform>%n decision are not in any receipt yet (%1).</numerusform>
    <numerusform>%n decisions are not in any receipt yet (%1).</numerusform>
   </translation>
  </message>
  <message>
   <source>Recompute it first (Ctrl+O): from its package alone the program settles the claim once more.</source>
   <translation>Recompute it first (Ctrl+O): from its package alone the program settles the claim once more.</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 is accepted.</source>
   <translation>%1 is accepted.</translation>
  </message>
  <message>
   <source>%1 goes back.</source>
   <translation>%1 goes back.</translation>
  </message>
  <message>
   <source>Receipts go into</source>
   <translation>Receipts go into</translation>
  </message>
  <message>
   <source>Writing the receipts…</source>
   <translation>Writing the receipts…</translation>
  </message>
  <message numerus="yes">
   <source>%n receipt(s) are in %1. Give each centre its own back.</source>
   <translation>
    <numerusform>%n receipt are in %1. Give each centre its own back.</numerusform>
    <numerusform>%n receipts are in %1. Give each centre its own back.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictFindingsPage</name>
  <message>
   <source>double meal</source>
   <translation>double meal</translation>
  </message>
  <message>
   <source>Ask both centres where the person ate that day. The one that was wrong makes its meal void; its next package puts it right.</source>
   <translation>Ask both centres where the person ate that day. The one that was wrong makes its meal void; its next package puts it right.</translation>
  </message>
  <message>
   <source>beds overlap</source>
   <translation>beds overlap</translation>
  </message>
  <message>
   <source>Ask both centres since when the person has lived where. The one that was wrong corrects the last day of its stay.</source>
   <translation>Ask both centres since when the person has lived where. The one that was wrong corrects the last day of its stay.</translation>
  </message>
  <message>
   <source>claim after death</source>
   <translation>claim after death</translation>
  </message>
  <message>
   <source>Return the claim on the Claims page (F8) with this as its reason, or ask for the day of death once more.</source>
   <translation>Return the claim on the Claims page (F8) with this as its reason, or ask for the day of death once more.</translation>
  </message>
  <message>
   <source>claimed twice</source>
   <translation>claimed twice</translation>
  </message>
  <message>
   <source>Return one of the claims on the Claims page (F8) and name the other in the reason.</source>
   <translation>Return one of the claims on the Claims page (F8) and name the other in the reason.</translation>
  </message>
  <message>
   <source>rule not in force</source>
   <translation>rule not in force</translation>
  </message>
  <message>
   <source>Return the claim (F8). The centre imports the policy of that time and settles again.</source>
   <translation>Return the claim (F8). The centre imports the policy of that time and settles again.</translation>
  </message>
  <message>
   <source>history rewritten</source>
   <translation>history rewritten</translation>
  </message>
  <message>
   <source>Take the centre's data folder and its backups into keeping and ask who worked on them. Decide no claim of it before.</source>
   <translation>Take the centre's data folder and its backups into keeping and ask who worked on them. Decide no claim of it before.</translation>
  </message>
  <message>
   <source>two contents</source>
   <translation>two contents</translation>
  </message>
  <message>
   <source>Ask the centre which one is right; it edits the record once, and its next package brings that.</source>
   <translation>Ask the centre which one is right; it edits the record once, and its next package brings that.</translation>
  </message>
  <message>
   <source>same person</source>
   <translation>same person</translation>
  </message>
  <message>
   <source>Nothing is wrong by that alone. Compare what both centres have on file.</source>
   <translation>Nothing is wrong by that alone. Compare what both centres have on file.</translation>
  </message>
  <message>
   <source>package missing</source>
   <translation>package missing</translation>
  </message>
  <message>
   <source>Ask the centre for the stick. If it is lost, the next package brings its records, too.</source>
   <translation>Ask the centre for the stick. If it is lost, the next package brings its records, too.</translation>
  </message>
  <message>
   <source>number twice</source>
   <translation>number twice</translation>
  </message>
  <message>
   <source>Ask the centre whether a backup was restored or two computers are in use.</source>
   <translation>Ask the centre whether a backup was restored or two computers are in use.</translation>
  </message>
  <message>
   <source>restored</source>
   <translation>restored</translation>
  </message>
  <message>
   <source>The centre can bring back what is missing from its own packages (package recover).</source>
   <translation>The centre can bring back what is missing from its own packages (package recover).</translation>
  </message>
  <message>
   <source>not delivered</source>
   <translation>not delivered</translation>
  </message>
  <message>
   <source>Remind the centre of its quarterly package.</source>
   <translation>Remind the centre of its quarterly package.</translation>
  </message>
  <message>
   <source>probably the same</source>
   <translation>probably the same</translation>
  </message>
  <message>
   <source>Ask the centre without a resident number for it; then this line goes or is certain.</source>
   <translation>Ask the centre without a resident number for it; then this line goes or is certain.</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Findings</translation>
  </message>
  <message>
   <source>Kind of finding</source>
   <translation>Kind of finding</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Centre</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>What was found</translation>
  </message>
  <message>
   <source>Nothing was found.</source>
   <translation>Nothing was found.</translation>
  </message>
  <message>
   <source>F2: merge packages. Each merge looks through all of them anew.</source>
   <translation>F2: merge packages. Each merge looks through all of them anew.</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Content</translation>
  </message>
  <message>
   <source>Records of both sides</source>
   <translation>Records of both sides</translation>
  </message>
  <message>
   <source>No single record speaks for this.</source>
   <translation>No single record speaks for this.</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Looking…</translation>
  </message>
  <message>
   <source>All kinds (%1)</source>
   <translation>All kinds (%1)</translation>
  </message>
  <message>
   <source>All centres</source>
   <translation>All centres</translation>
  </message>
  <message numerus="yes">
   <source>%n finding(s)</source>
   <translation>
    <numerusform>%n finding</numerusform>
    <numerusform>%n findings</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more record(s)</source>
   <translation>
    <numerusform>and %n more record</numerusform>
    <numerusform>and %n more records</numerusform>
   </translation>
  </message>
  <message>
   <source>void</source>
   <translation>void</translation>
  </message>
  <message>
   <source>the other content</source>
   <translation>the other content</translation>
  </message>
  <message>
   <source>not in the store any more</source>
   <translation>not in the store any more</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>While packages are being merged this waits.</translation>
  </message>
  <message>
   <source>Looking through the records of all centres…</source>
   <translation>Looking through the records of all centres…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictMergePage</name>
  <message>
   <source>Merge packages</source>
   <translation>Merge packages</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Merge</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choose…</translation>
  </message>
  <message>
   <source>Choose: %1</source>
   <translation>Choose: %1</translation>
  </message>
  <message>
   <source>Stick or folder with the packages</source>
   <translation>Stick or folder with the packages</translation>
  </message>
  <message>
   <source>Receipts go into</source>
   <translation>Receipts go into</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Package</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Centre</translation>
  </message>
  <message>
   <source>What to know</source>
   <translation>What to know</translation>
  </message>
  <message>
   <source>New</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Updated</source>
   <translation>Updated</translation>
  </message>
  <message>
   <source>Unchanged</source>
   <translation>Unchanged</translation>
  </message>
  <message>
   <source>In conflict</source>
   <translation>In conflict</translation>
  </message>
  <message>
   <source>What became of the packages</source>
   <translation>What became of the packages</translation>
  </message>
  <message>
   <source>No package was judged yet.</source>
   <translation>No package was judged yet.</translation>
  </message>
  <message>
   <source>Choose the stick or folder (Ctrl+O), then Ctrl+Enter. Folders in it are looked through.</source>
   <translation>Choose the stick or folder (Ctrl+O), then Ctrl+Enter. Folders in it are looked through.</translation>
  </message>
  <message>
   <source>About the chosen package</source>
   <translation>About the chosen package</translation>
  </message>
  <message>
   <source>Choose the stick or folder with the packages (Ctrl+O).</source>
   <translation>Choose the stick or folder with the packages (Ctrl+O).</translation>
  </message>
  <message>
   <source>Choose where the receipts go (Ctrl+R).</source>
   <translation>Choose where the receipts go (Ctrl+R).</translation>
  </message>
  <message>
   <source>Judging the packages one by one…</source>
   <translation>Judging the packages one by one…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was merged.</source>
   <translation>Stopped. Nothing was merged.</translation>
  </message>
  <message>
   <source>No package was found there. Packages end in .zip.age.</source>
   <translation>No package was found there. Packages end in .zip.age.</translation>
  </message>
  <message>
   <source>%1 merged, %2 already here, %3 refused.</source>
   <translation>%1 merged, %2 already here, %3 refused.</translation>
  </message>
  <message numerus="yes">
   <source>%n receipt(s) are in %1. Give each centre its own back.</source>
   <translation>
    <numerusform>%n receipt are in %1. Give each centre its own back.</numerusform>
    <numerusform>%n receipts are in %1. Give each centre its own back.</numerusform>
   </translation>
  </message>
  <message>
   <source>Findings: %1 (F3).</source>
   <translation>Findings: %1 (F3).</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message>
   <source>merged</source>
   <translation>merged</translation>
  </message>
  <message>
   <source>already here</source>
   <translation>already here</translation>
  </message>
  <message>
   <source>merged, superseded</source>
   <translation>merged, superseded</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>refused</translation>
  </message>
  <message>
   <source>What to do: enter the centre with its signature key on the Centres page (F4), then merge again.</source>
   <translation>What to do: enter the centre with its signature key on the Centres page (F4), then merge again.</translation>
  </message>
  <message>
   <source>What to do: ask the centre by telephone whether it sent this package, and compare the code of its key. Do not enter another key before that.</source>
   <translation>What to do: ask the centre by telephone whether it sent this package, and compare the code of its key. Do not enter another key before that.</translation>
  </message>
  <message>
   <source>What to do: ask the centre to write the package again, sealed to the key of this office.</source>
   <translation>What to do: ask the centre to write the package again, sealed to the key of this office.</translation>
  </message>
  <message>
   <source>What to do: ask the centre to write the package again on another stick. Keep this one.</source>
   <translation>What to do: ask the centre to write the package again on another stick. Keep this one.</translation>
  </message>
  <message>
   <source>What to do: the findings (F3) show both contents of each record in conflict.</source>
   <translation>What to do: the findings (F3) show both contents of each record in conflict.</translation>
  </message>
  <message>
   <source>A newer package of this centre is here already; this one changed only what was still missing.</source>
   <translation>A newer package of this centre is here already; this one changed only what was still missing.</translation>
  </message>
  <message>
   <source>The centre %1 is not on the list of centres.</source>
   <translation>The centre %1 is not on the list of centres.</translation>
  </message>
  <message numerus="yes">
   <source>Stopped. The %n package(s) of the list are judged and stay so; not all receipts are written. Merge the same folder again for the rest and for the receipts.</source>
   <translation>
    <numerusform>Stopped. The %n package of the list are judged and stay so; not all receipts are written. Merge the same folder again for the rest and for the receipts.</numerusform>
    <numerusform>Stopped. The %n packages of the list are judged and stay so; not all receipts are written. Merge the same folder again for the rest and for the receipts.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictOfficePage</name>
  <message>
   <source>This office</source>
   <translation>This office</translation>
  </message>
  <message>
   <source>Keys for the centres</source>
   <translation>Keys for the centres</translation>
  </message>
  <message>
   <source>Each centre enters both on its settings page. They are no secret.</source>
   <translation>Each centre enters both on its settings page. They are no secret.</translation>
  </message>
  <message>
   <source>Key for packages (age1…)</source>
   <translation>Key for packages (age1…)</translation>
  </message>
  <message>
   <source>Signature key (RW…)</source>
   <translation>Signature key (RW…)</translation>
  </message>
  <message>
   <source>Code to compare by telephone</source>
   <translation>Code to compare by telephone</translation>
  </message>
  <message>
   <source>Save both keys as a text file…</source>
   <translation>Save both keys as a text file…</translation>
  </message>
  <message>
   <source>Store and identity file</source>
   <translation>Store and identity file</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Store</translation>
  </message>
  <message>
   <source>Identity file</source>
   <translation>Identity file</translation>
  </message>
  <message>
   <source>Without the identity file no package can be opened. Keep it and a copy in two safes; back the store up like any file of the office.</source>
   <translation>Without the identity file no package can be opened. Keep it and a copy in two safes; back the store up like any file of the office.</translation>
  </message>
  <message>
   <source>Save a copy of the identity file…</source>
   <translation>Save a copy of the identity file…</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>Looks</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Text size</translation>
  </message>
  <message>
   <source>%1 %</source>
   <translation>%1 %</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Contrast</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Usual</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>High contrast</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>The keys for the centres</source>
   <translation>The keys for the centres</translation>
  </message>
  <message>
   <source>keys of the district</source>
   <translation>keys of the district</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>Text (*.txt)</translation>
  </message>
  <message>
   <source>Both keys are in %1.</source>
   <translation>Both keys are in %1.</translation>
  </message>
  <message>
   <source>A copy of the identity file</source>
   <translation>A copy of the identity file</translation>
  </message>
  <message>
   <source>Identity files (*.key)</source>
   <translation>Identity files (*.key)</translation>
  </message>
  <message>
   <source>The copy is at %1. Lock it away in another safe.</source>
   <translation>The copy is at %1. Lock it away in another safe.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictReportPage</name>
  <message>
   <source>Report</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Print…</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Centre</translation>
  </message>
  <message>
   <source>All centres</source>
   <translation>All centres</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Newest quarter</source>
   <translation>Newest quarter</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>nothing yet</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>Packages</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Records</translation>
  </message>
  <message>
   <source>Centres</source>
   <translation>Centres</translation>
  </message>
  <message>
   <source>No centre is entered yet.</source>
   <translation>No centre is entered yet.</translation>
  </message>
  <message>
   <source>F4: enter the centres whose packages are taken.</source>
   <translation>F4: enter the centres whose packages are taken.</translation>
  </message>
  <message>
   <source>Kind of record</source>
   <translation>Kind of record</translation>
  </message>
  <message>
   <source>Records by kind</source>
   <translation>Records by kind</translation>
  </message>
  <message>
   <source>No record came from it.</source>
   <translation>No record came from it.</translation>
  </message>
  <message>
   <source>F2: merge packages.</source>
   <translation>F2: merge packages.</translation>
  </message>
  <message>
   <source>Counting…</source>
   <translation>Counting…</translation>
  </message>
  <message>
   <source>%1 of %2 centres delivered · findings: %3</source>
   <translation>%1 of %2 centres delivered · findings: %3</translation>
  </message>
  <message>
   <source>Overview %1.pdf</source>
   <translation>Overview %1.pdf</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>While packages are being merged this waits.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictStartView</name>
  <message>
   <source>%1
Key for packages: %2
Signature key: %3
</source>
   <translation>%1
Key for packages: %2
Signature key: %3
</translation>
  </message>
  <message>
   <source>The keys cannot be written to %1. Choose another place.</source>
   <translation>The keys cannot be written to %1. Choose another place.</translation>
  </message>
  <message>
   <source>The office</source>
   <translation>The office</translation>
  </message>
  <message>
   <source>The identity file</source>
   <translation>The identity file</translation>
  </message>
  <message>
   <source>Keys for the centres</source>
   <translation>Keys for the centres</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Set up a new district…</source>
   <translation>Set up a new district…</translation>
  </message>
  <message>
   <source>This is a centre…</source>
   <translation>This is a centre…</translation>
  </message>
  <message>
   <source>The district office</source>
   <translation>The district office</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choose…</translation>
  </message>
  <message>
   <source>Choose: %1</source>
   <translation>Choose: %1</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Store</translation>
  </message>
  <message>
   <source>Password of the database</source>
   <translation>Password of the database</translation>
  </message>
  <message>
   <source>District stores (*.db);;All files (*)</source>
   <translation>District stores (*.db);;All files (*)</translation>
  </message>
  <message>
   <source>The file, or the address of the PostgreSQL database, that was set up for the district.</source>
   <translation>The file, or the address of the PostgreSQL database, that was set up for the district.</translation>
  </message>
  <message>
   <source>The district's store</source>
   <translation>The district's store</translation>
  </message>
  <message>
   <source>Identity file</source>
   <translation>Identity file</translation>
  </message>
  <message>
   <source>It opens the packages. Put in the stick on which it is kept; take the stick out again when the window is closed or locked.</source>
   <translation>It opens the packages. Put in the stick on which it is kept; take the stick out again when the window is closed or locked.</translation>
  </message>
  <message>
   <source>The district's identity file</source>
   <translation>The district's identity file</translation>
  </message>
  <message>
   <source>Identity files (*.key *.txt);;All files (*)</source>
   <translation>Identity files (*.key *.txt);;All files (*)</translation>
  </message>
  <message>
   <source>The district office takes in the centres' quarterly packages, finds what no centre can see alone, and gives a receipt back.</source>
   <translation>The district office takes in the centres' quarterly packages, finds what no centre can see alone, and gives a receipt back.</translation>
  </message>
  <message>
   <source>Name of the office</source>
   <translation>Name of the office</translation>
  </message>
  <message>
   <source>As it stands on receipts, such as 青山区民政局.</source>
   <translation>As it stands on receipts, such as 青山区民政局.</translation>
  </message>
  <message>
   <source>One file on this computer is enough for most districts. A city with a PostgreSQL server writes its address: postgresql://user@host:port/database.</source>
   <translation>One file on this computer is enough for most districts. A city with a PostgreSQL server writes its address: postgresql://user@host:port/database.</translation>
  </message>
  <message>
   <source>Where the store is to lie</source>
   <translation>Where the store is to lie</translation>
  </message>
  <message>
   <source>District stores (*.db)</source>
   <translation>District stores (*.db)</translation>
  </message>
  <message>
   <source>Packages and the store are sealed to one identity file. Whoever has it can read all persons' files; without it nobody can, not even the maker of this program. Keep it on a stick in a safe, and a copy in another safe.</source>
   <translation>Packages and the store are sealed to one identity file. Whoever has it can read all persons' files; without it nobody can, not even the maker of this program. Keep it on a stick in a safe, and a copy in another safe.</translation>
  </message>
  <message>
   <source>Make a new identity file</source>
   <translation>Make a new identity file</translation>
  </message>
  <message>
   <source>Use one that is there</source>
   <translation>Use one that is there</translation>
  </message>
  <message>
   <source>Where the identity file is to lie</source>
   <translation>Where the identity file is to lie</translation>
  </message>
  <message>
   <source>Identity files (*.key)</source>
   <translation>Identity files (*.key)</translation>
  </message>
  <message>
   <source>The district is set up.</source>
   <translation>The district is set up.</translation>
  </message>
  <message>
   <source>First keep a copy of the identity file in another place.</source>
   <translation>First keep a copy of the identity file in another place.</translation>
  </message>
  <message>
   <source>Save a copy of the identity file…</source>
   <translation>Save a copy of the identity file…</translation>
  </message>
  <message>
   <source>Then give these two keys to every centre. They are no secret; a centre types or pastes them on its settings page.</source>
   <translation>Then give these two keys to every centre. They are no secret; a centre types or pastes them on its settings page.</translation>
  </message>
  <message>
   <source>Key for packages (age1…)</source>
   <translation>Key for packages (age1…)</translation>
  </message>
  <message>
   <source>Signature key (RW…)</source>
   <translation>Signature key (RW…)</translation>
  </message>
  <message>
   <source>Save both keys as a text file…</source>
   <translation>Save both keys as a text file…</translation>
  </message>
  <message>
   <source>Open the district office</source>
   <translation>Open the district office</translation>
  </message>
  <message>
   <source>Set up the district office</source>
   <translation>Set up the district office</translation>
  </message>
  <message>
   <source>Open one that is set up…</source>
   <translation>Open one that is set up…</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Set up the district</source>
   <translation>Set up the district</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Begin</translation>
  </message>
  <message>
   <source>Write the name of the office.</source>
   <translation>Write the name of the office.</translation>
  </message>
  <message>
   <source>Say where the store is to lie.</source>
   <translation>Say where the store is to lie.</translation>
  </message>
  <message>
   <source>Choose the store and the identity file.</source>
   <translation>Choose the store and the identity file.</translation>
  </message>
  <message>
   <source>Opening the store…</source>
   <translation>Opening the store…</translation>
  </message>
  <message>
   <source>Say where the identity file is to lie.</source>
   <translation>Say where the identity file is to lie.</translation>
  </message>
  <message>
   <source>Making the keys and the store…</source>
   <translation>Making the keys and the store…</translation>
  </message>
  <message>
   <source>To compare by telephone: %1</source>
   <translation>To compare by telephone: %1</translation>
  </message>
  <message>
   <source>A copy of the identity file</source>
   <translation>A copy of the identity file</translation>
  </message>
  <message>
   <source>The copy is at %1. Lock it away in another safe.</source>
   <translation>The copy is at %1. Lock it away in another safe.</translation>
  </message>
  <message>
   <source>The keys for the centres</source>
   <translation>The keys for the centres</translation>
  </message>
  <message>
   <source>keys of the district</source>
   <translation>keys of the district</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>Text (*.txt)</translation>
  </message>
  <message>
   <source>Both keys are in %1.</source>
   <translation>Both keys are in %1.</translation>
  </message>
  <message>
   <source>Begin without a copy of the identity file?</source>
   <translation>Begin without a copy of the identity file?</translation>
  </message>
  <message>
   <source>If the file is lost, no package can be opened any more and the names in the store stay sealed for ever.</source>
   <translation>If the file is lost, no package can be opened any more and the names in the store stay sealed for ever.</translation>
  </message>
  <message>
   <source>Begin without a copy</source>
   <translation>Begin without a copy</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>Go back</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ElderFile</name>
  <message>
   <source>Photo…</source>
   <translation>Photo…</translation>
  </message>
  <message>
   <source>Holds today</source>
   <translation>Holds today</translation>
  </message>
  <message>
   <source>Card  %1</source>
   <translation>Card  %1</translation>
  </message>
  <message>
   <source>Born  %1</source>
   <translation>Born  %1</translation>
  </message>
  <message>
   <source>Ethnic group  %1</source>
   <translation>Ethnic group  %1</translation>
  </message>
  <message>
   <source>Phone  %1</source>
   <translation>Phone  %1</translation>
  </message>
  <message>
   <source>No ID number: %1</source>
   <translation>No ID number: %1</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Contacts</translation>
  </message>
  <message>
   <source>This file is void: %1</source>
   <translation>This file is void: %1</translation>
  </message>
  <message>
   <source>Died on %1</source>
   <translation>Died on %1</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>%1 (to check)</source>
   <translation>%1 (to check)</translation>
  </message>
  <message>
   <source>%1 until %2</source>
   <translation>%1 until %2</translation>
  </message>
  <message>
   <source>nothing known</source>
   <translation>nothing known</translation>
  </message>
  <message>
   <source>Photo of %1</source>
   <translation>Photo of %1</translation>
  </message>
  <message>
   <source>Pictures (*.jpg *.jpeg *.png)</source>
   <translation>Pictures (*.jpg *.jpeg *.png)</translation>
  </message>
  <message>
   <source>The picture cannot be read or is larger than 2 MB. Choose a smaller one.</source>
   <translation>The picture cannot be read or is larger than 2 MB. Choose a smaller one.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ElderTimeline</name>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>Meals</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>Claims</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Facts</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>Changes</translation>
  </message>
  <message>
   <source>End the fact…</source>
   <translation>End the fact…</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>Make void…</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>Matter</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Content</translation>
  </message>
  <message>
   <source>By</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Everything recorded, newest first</source>
   <translation>Everything recorded, newest first</translation>
  </message>
  <message>
   <source>Nothing is recorded yet</source>
   <translation>Nothing is recorded yet</translation>
  </message>
  <message>
   <source>Ctrl+N records what is true of her and from when.</source>
   <translation>Ctrl+N records what is true of her and from when.</translation>
  </message>
  <message>
   <source>When</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Where</translation>
  </message>
  <message>
   <source>What</source>
   <translation>What</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>After</source>
   <translation>After</translation>
  </message>
  <message>
   <source>Who changed what, newest first</source>
   <translation>Who changed what, newest first</translation>
  </message>
  <message>
   <source>Nothing was changed yet</source>
   <translation>Nothing was changed yet</translation>
  </message>
  <message>
   <source>Each change of this file stands here for good.</source>
   <translation>Each change of this file stands here for good.</translation>
  </message>
  <message>
   <source>The changes cannot be shown</source>
   <translation>The changes cannot be shown</translation>
  </message>
  <message>
   <source>%1 to %2</source>
   <translation>%1 to %2</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>from %1</translation>
  </message>
  <message>
   <source>learned on %1</source>
   <translation>learned on %1</translation>
  </message>
  <message>
   <source>%1: %2 meals subsidised</source>
   <translation>%1: %2 meals subsidised</translation>
  </message>
  <message>
   <source>, %1 not</source>
   <translation>, %1 not</translation>
  </message>
  <message>
   <source>, %1 to check</source>
   <translation>, %1 to check</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>Claim</translation>
  </message>
  <message>
   <source>End the fact</source>
   <translation>End the fact</translation>
  </message>
  <message>
   <source>Last day on which this holds: %1</source>
   <translation>Last day on which this holds: %1</translation>
  </message>
  <message>
   <source>'%1' is not a day. Write it as 2021-09-03.</source>
   <translation>'%1' is not a day. Write it as 2021-09-03.</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>Make void</translation>
  </message>
  <message>
   <source>Why is this void? %1</source>
   <translation>Why is this void? %1</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Day care</source>
   <translation>Day care</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visits</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>Incidents</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Health</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Devices</translation>
  </message>
  <message>
   <source>The records cannot be shown</source>
   <translation>The records cannot be shown</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::EldersPage</name>
  <message>
   <source>Elders</source>
   <translation>Elders</translation>
  </message>
  <message>
   <source>Import a roster</source>
   <translation>Import a roster</translation>
  </message>
  <message>
   <source>New elder</source>
   <translation>New elder</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>Make void…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Edit</translation>
  </message>
  <message>
   <source>New fact</source>
   <translation>New fact</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Search the list</source>
   <translation>Search the list</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number or phone, card</source>
   <translation>Name, pinyin initials, tail of ID number or phone, card</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sex</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>Age</translation>
  </message>
  <message>
   <source>ID number</source>
   <translation>ID number</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Card</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>died %1</source>
   <translation>died %1</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n people</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 years</source>
   <translation>%1 years</translation>
  </message>
  <message>
   <source>Edit %1</source>
   <translation>Edit %1</translation>
  </message>
  <message>
   <source>Fields with * are needed</source>
   <translation>Fields with * are needed</translation>
  </message>
  <message>
   <source>No elder is here yet</source>
   <translation>No elder is here yet</translation>
  </message>
  <message>
   <source>Ctrl+I brings in the roster you have; Ctrl+N writes a new elder by hand.</source>
   <translation>Ctrl+I brings in the roster you have; Ctrl+N writes a new elder by hand.</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>Nobody found</translation>
  </message>
  <message>
   <source>Fewer letters, or the last digits of the ID number?</source>
   <translation>Fewer letters, or the last digits of the ID number?</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>Make void</translation>
  </message>
  <message>
   <source>Why is the file of %1 void?</source>
   <translation>Why is the file of %1 void?</translation>
  </message>
  <message>
   <source>New assessment</source>
   <translation>New assessment</translation>
  </message>
  <message>
   <source>Merge files…</source>
   <translation>Merge files…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FacilitiesPage</name>
  <message>
   <source>Facilities and projects</source>
   <translation>Facilities and projects</translation>
  </message>
  <message>
   <source>Facilities</source>
   <translation>Facilities</translation>
  </message>
  <message>
   <source>No facility is recorded yet</source>
   <translation>No facility is recorded yet</translation>
  </message>
  <message>
   <source>Premises</source>
   <translation>Premises</translation>
  </message>
  <message>
   <source>No premises are recorded yet</source>
   <translation>No premises are recorded yet</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>Projects</translation>
  </message>
  <message>
   <source>No project is recorded yet</source>
   <translation>No project is recorded yet</translation>
  </message>
  <message>
   <source>Costs</source>
   <translation>Costs</translation>
  </message>
  <message>
   <source>No cost is recorded yet</source>
   <translation>No cost is recorded yet</translation>
  </message>
  <message>
   <source>Acceptances</source>
   <translation>Acceptances</translation>
  </message>
  <message>
   <source>No acceptance is recorded yet</source>
   <translation>No acceptance is recorded yet</translation>
  </message>
  <message>
   <source>Evaluations</source>
   <translation>Evaluations</translation>
  </message>
  <message>
   <source>No evaluation is recorded yet</source>
   <translation>No evaluation is recorded yet</translation>
  </message>
  <message>
   <source>Budgets</source>
   <translation>Budgets</translation>
  </message>
  <message>
   <source>No budget is recorded yet</source>
   <translation>No budget is recorded yet</translation>
  </message>
  <message>
   <source>Bed stays</source>
   <translation>Bed stays</translation>
  </message>
  <message>
   <source>No bed stay is recorded for the last year</source>
   <translation>No bed stay is recorded for the last year</translation>
  </message>
  <message>
   <source>Beds at home</source>
   <translation>Beds at home</translation>
  </message>
  <message>
   <source>No bed at home is recorded for the last year</source>
   <translation>No bed at home is recorded for the last year</translation>
  </message>
  <message>
   <source>Absences</source>
   <translation>Absences</translation>
  </message>
  <message>
   <source>No absence is recorded for the last year</source>
   <translation>No absence is recorded for the last year</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FactDialog</name>
  <message>
   <source>Record the fact</source>
   <translation>Record the fact</translation>
  </message>
  <message>
   <source>New fact</source>
   <translation>New fact</translation>
  </message>
  <message>
   <source>What</source>
   <translation>What</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Grade</translation>
  </message>
  <message>
   <source>Grade %1</source>
   <translation>Grade %1</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>First day</translation>
  </message>
  <message>
   <source>Last day, if it ends</source>
   <translation>Last day, if it ends</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Evidence</translation>
  </message>
  <message>
   <source>Which paper, its number, how many pages</source>
   <translation>Which paper, its number, how many pages</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Place or code, such as 包头市青山区</source>
   <translation>Place or code, such as 包头市青山区</translation>
  </message>
  <message>
   <source>Not found; it will be kept as written and marked.</source>
   <translation>Not found; it will be kept as written and marked.</translation>
  </message>
  <message>
   <source>Write the days as 2021-09-03; the first day is needed.</source>
   <translation>Write the days as 2021-09-03; the first day is needed.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FactWords</name>
  <message>
   <source>sight</source>
   <translation>sight</translation>
  </message>
  <message>
   <source>hearing</source>
   <translation>hearing</translation>
  </message>
  <message>
   <source>speech</source>
   <translation>speech</translation>
  </message>
  <message>
   <source>limbs</source>
   <translation>limbs</translation>
  </message>
  <message>
   <source>intellectual</source>
   <translation>intellectual</translation>
  </message>
  <message>
   <source>mental</source>
   <translation>mental</translation>
  </message>
  <message>
   <source>several</source>
   <translation>several</translation>
  </message>
  <message>
   <source>%1, grade %2</source>
   <translation>%1, grade %2</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FirstRunView</name>
  <message>
   <source>The centre</source>
   <translation>The centre</translation>
  </message>
  <message>
   <source>The first person</source>
   <translation>The first person</translation>
  </message>
  <message>
   <source>The recovery key</source>
   <translation>The recovery key</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Set up Songhe for your centre</source>
   <translation>Set up Songhe for your centre</translation>
  </message>
  <message>
   <source>Look at a demonstration centre</source>
   <translation>Look at a demonstration centre</translation>
  </message>
  <message>
   <source>Name of the centre</source>
   <translation>Name of the centre</translation>
  </message>
  <message>
   <source>As it stands on its seal and on claims.</source>
   <translation>As it stands on its seal and on claims.</translation>
  </message>
  <message>
   <source>Code of the centre</source>
   <translation>Code of the centre</translation>
  </message>
  <message>
   <source>As the district calls it; it stands in the name of each package.</source>
   <translation>As the district calls it; it stands in the name of each package.</translation>
  </message>
  <message>
   <source>District or county</source>
   <translation>District or county</translation>
  </message>
  <message>
   <source>By name or by its six digits.</source>
   <translation>By name or by its six digits.</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Your name</translation>
  </message>
  <message>
   <source>It stands beside everything you record.</source>
   <translation>It stands beside everything you record.</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Password</translation>
  </message>
  <message>
   <source>At least %1 characters. Without it nobody can read the data, not even the maker of this program.</source>
   <translation>At least %1 characters. Without it nobody can read the data, not even the maker of this program.</translation>
  </message>
  <message>
   <source>Password once more</source>
   <translation>Password once more</translation>
  </message>
  <message>
   <source>If all passwords are forgotten, this key opens the data. It is shown only now and stored nowhere: print it, sign it and lock it away.</source>
   <translation>If all passwords are forgotten, this key opens the data. It is shown only now and stored nowhere: print it, sign it and lock it away.</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>Recovery key</translation>
  </message>
  <message>
   <source>Print the key</source>
   <translation>Print the key</translation>
  </message>
  <message>
   <source>Type the last group of the key from your paper</source>
   <translation>Type the last group of the key from your paper</translation>
  </message>
  <message>
   <source>Set up the centre</source>
   <translation>Set up the centre</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Begin</translation>
  </message>
  <message>
   <source>Which one? %1</source>
   <translation>Which one? %1</translation>
  </message>
  <message>
   <source>Write the name of the centre.</source>
   <translation>Write the name of the centre.</translation>
  </message>
  <message>
   <source>Write the code of the centre. If the district gave none, choose a short one, such as YY001.</source>
   <translation>Write the code of the centre. If the district gave none, choose a short one, such as YY001.</translation>
  </message>
  <message>
   <source>Write the district or county so that one is found, such as 包头市青山区.</source>
   <translation>Write the district or county so that one is found, such as 包头市青山区.</translation>
  </message>
  <message>
   <source>Write your name.</source>
   <translation>Write your name.</translation>
  </message>
  <message>
   <source>Choose a password of at least %1 characters.</source>
   <translation>Choose a password of at least %1 characters.</translation>
  </message>
  <message>
   <source>The two passwords differ. Type the second one again.</source>
   <translation>The two passwords differ. Type the second one again.</translation>
  </message>
  <message>
   <source>Making the keys and the data file…</source>
   <translation>Making the keys and the data file…</translation>
  </message>
  <message>
   <source>That is not the last group of the key. Look at your paper once more.</source>
   <translation>That is not the last group of the key. Look at your paper once more.</translation>
  </message>
  <message>
   <source>This is the district office…</source>
   <translation>This is the district office…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FormBase</name>
  <message>
   <source>%1: '%2' is not a day. Write it as 2021-09-03.</source>
   <translation>%1: '%2' is not a day. Write it as 2021-09-03.</translation>
  </message>
  <message>
   <source>%1: '%2' is not an amount. Write it as 12.50.</source>
   <translation>%1: '%2' is not an amount. Write it as 12.50.</translation>
  </message>
  <message>
   <source>%1: '%2' is no floor area. Write it in m² with at most two decimals.</source>
   <translation>%1: '%2' is no floor area. Write it in m² with at most two decimals.</translation>
  </message>
  <message>
   <source>%1: '%2' is no whole number.</source>
   <translation>%1: '%2' is no whole number.</translation>
  </message>
  <message>
   <source>%1: '%2' was not chosen from the list. Type, then press Enter on the right one.</source>
   <translation>%1: '%2' was not chosen from the list. Type, then press Enter on the right one.</translation>
  </message>
  <message>
   <source>%1 (m²)</source>
   <translation>%1 (m²)</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>Certificate and its last day, parted by commas</source>
   <translation>Certificate and its last day, parted by commas</translation>
  </message>
  <message>
   <source>9:30, or 2021-09-03 9:30</source>
   <translation>9:30, or 2021-09-03 9:30</translation>
  </message>
  <message>
   <source>%1: '%2' is no time. Write it as 9:30, or 2021-09-03 9:30.</source>
   <translation>%1: '%2' is no time. Write it as 9:30, or 2021-09-03 9:30.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::GroupServiceDialog</name>
  <message>
   <source>One service for many</source>
   <translation>One service for many</translation>
  </message>
  <message>
   <source>Add a person</source>
   <translation>Add a person</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number; Enter adds the first one</source>
   <translation>Name, pinyin initials, tail of ID number; Enter adds the first one</translation>
  </message>
  <message>
   <source>Those of last time</source>
   <translation>Those of last time</translation>
  </message>
  <message>
   <source>Those who take part</source>
   <translation>Those who take part</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Record for all</source>
   <translation>Record for all</translation>
  </message>
  <message>
   <source>No group was recorded with this service in the last 30 days.</source>
   <translation>No group was recorded with this service in the last 30 days.</translation>
  </message>
  <message numerus="yes">
   <source>%n person(s)</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n persons</numerusform>
   </translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Sign-in sheet</translation>
  </message>
  <message>
   <source>Add those who take part first.</source>
   <translation>Add those who take part first.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::HealthView</name>
  <message>
   <source>What was measured</source>
   <translation>What was measured</translation>
  </message>
  <message>
   <source>Medicines (assessment): %1</source>
   <translation>Medicines (assessment): %1</translation>
  </message>
  <message>
   <source>Not measured yet</source>
   <translation>Not measured yet</translation>
  </message>
  <message>
   <source>%1, from %2 to %3</source>
   <translation>%1, from %2 to %3</translation>
  </message>
  <message>
   <source>%1, since %2</source>
   <translation>%1, since %2</translation>
  </message>
  <message>
   <source>Family doctor: no contract is recorded</source>
   <translation>Family doctor: no contract is recorded</translation>
  </message>
  <message>
   <source>Family doctor: %1</source>
   <translation>Family doctor: %1</translation>
  </message>
  <message>
   <source>; </source>
   <translation>; </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::HelpWindow</name>
  <message>
   <source>Help</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Chapters</source>
   <translation>Chapters</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Manual</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Keys of this page</source>
   <translation>Keys of this page</translation>
  </message>
  <message>
   <source>Keys everywhere</source>
   <translation>Keys everywhere</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ImportDialog</name>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::LateEntryDialog</name>
  <message>
   <source>A late entry</source>
   <translation>A late entry</translation>
  </message>
  <message>
   <source>So many days later a meal is recorded only with its reason, and with a second person who has seen the paper and confirms it by her own password. Both stand on the record, and the check before signing shows it.</source>
   <translation>So many days later a meal is recorded only with its reason, and with a second person who has seen the paper and confirms it by her own password. Both stand on the record, and the check before signing shows it.</translation>
  </message>
  <message>
   <source>For example: the network was down, written on paper</source>
   <translation>For example: the network was down, written on paper</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Second person</source>
   <translation>Second person</translation>
  </message>
  <message>
   <source>Her password</source>
   <translation>Her password</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Record late</source>
   <translation>Record late</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::LineFacts</name>
  <message>
   <source>The record behind this line is not here any more. Settle the period again.</source>
   <translation>The record behind this line is not here any more. Settle the period again.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::LockCurtain</name>
  <message>
   <source>Locked</source>
   <translation>Locked</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MealGridDialog</name>
  <message>
   <source>Import a month of meals</source>
   <translation>Import a month of meals</translation>
  </message>
  <message>
   <source>Choose the month's table: names down, days across.</source>
   <translation>Choose the month's table: names down, days across.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Preview</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Marks such as √, ✓, 1 or 送 are meals. Nothing is written before you have seen what it would be.</source>
   <translation>Marks such as √, ✓, 1 or 送 are meals. Nothing is written before you have seen what it would be.</translation>
  </message>
  <message>
   <source>Served at</source>
   <translation>Served at</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>What to look at</source>
   <translation>What to look at</translation>
  </message>
  <message>
   <source>Nothing to look at: every mark is a meal of somebody known.</source>
   <translation>Nothing to look at: every mark is a meal of somebody known.</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Choose the file…</translation>
  </message>
  <message numerus="yes">
   <source>Write %n meals</source>
   <translation>
    <numerusform>Write %n meals</numerusform>
    <numerusform>Write %n meals</numerusform>
   </translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Choose the month's table</source>
   <translation>Choose the month's table</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.xls *.ods *.csv)</source>
   <translation>Tables (*.xlsx *.xls *.ods *.csv)</translation>
  </message>
  <message>
   <source>Reading %1…</source>
   <translation>Reading %1…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was written.</source>
   <translation>Stopped. Nothing was written.</translation>
  </message>
  <message numerus="yes">
   <source>%1: %n meals to write</source>
   <translation>
    <numerusform>%1: %n meals to write</numerusform>
    <numerusform>%1: %n meals to write</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people known</source>
   <translation>
    <numerusform>%n people known</numerusform>
    <numerusform>%n people known</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n recorded already</source>
   <translation>
    <numerusform>%n recorded already</numerusform>
    <numerusform>%n recorded already</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rows of people not on file</source>
   <translation>
    <numerusform>%n rows of people not on file</numerusform>
    <numerusform>%n rows of people not on file</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n double marks, each written once</source>
   <translation>
    <numerusform>%n double marks, each written once</numerusform>
    <numerusform>%n double marks, each written once</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n marks after a death, not written</source>
   <translation>
    <numerusform>%n marks after a death, not written</numerusform>
    <numerusform>%n marks after a death, not written</numerusform>
   </translation>
  </message>
  <message>
   <source>Importing %1…</source>
   <translation>Importing %1…</translation>
  </message>
  <message>
   <source>Stopped. No meal was written.</source>
   <translation>Stopped. No meal was written.</translation>
  </message>
  <message numerus="yes">
   <source>%n meals written</source>
   <translation>
    <numerusform>%n meals written</numerusform>
    <numerusform>%n meals written</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 · %2. Settle the month on the page Claims (F8).</source>
   <translation>%1 · %2. Settle the month on the page Claims (F8).</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MealsPage</name>
  <message>
   <source>Meal desk</source>
   <translation>Meal desk</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>Meal point</translation>
  </message>
  <message>
   <source>Sitting</source>
   <translation>Sitting</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>Slip</translation>
  </message>
  <message>
   <source>Take the last one back</source>
   <translation>Take the last one back</translation>
  </message>
  <message>
   <source>Scan a card, or type initials, the tail of an ID number or of a phone; Enter records</source>
   <translation>Scan a card, or type initials, the tail of an ID number or of a phone; Enter records</translation>
  </message>
  <message>
   <source>Who is eating</source>
   <translation>Who is eating</translation>
  </message>
  <message>
   <source>%1, %2 years</source>
   <translation>%1, %2 years</translation>
  </message>
  <message>
   <source>tail %1</source>
   <translation>tail %1</translation>
  </message>
  <message>
   <source>Found elders</source>
   <translation>Found elders</translation>
  </message>
  <message>
   <source>Fetched by</source>
   <translation>Fetched by</translation>
  </message>
  <message>
   <source>Fetched by whom</source>
   <translation>Fetched by whom</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>How served</source>
   <translation>How served</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>Subsidy</source>
   <translation>Subsidy</translation>
  </message>
  <message>
   <source>subsidised</source>
   <translation>subsidised</translation>
  </message>
  <message>
   <source>to check</source>
   <translation>to check</translation>
  </message>
  <message>
   <source>not subsidised</source>
   <translation>not subsidised</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Own share</source>
   <translation>Own share</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>Meals of this sitting</source>
   <translation>Meals of this sitting</translation>
  </message>
  <message>
   <source>Nobody has eaten at this sitting yet</source>
   <translation>Nobody has eaten at this sitting yet</translation>
  </message>
  <message>
   <source>Type initials in the field above and press Enter.</source>
   <translation>Type initials in the field above and press Enter.</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>Make void…</translation>
  </message>
  <message>
   <source>This sitting</source>
   <translation>This sitting</translation>
  </message>
  <message>
   <source>%1 meals at this sitting</source>
   <translation>%1 meals at this sitting</translation>
  </message>
  <message>
   <source>subsidised %1   not %2</source>
   <translation>subsidised %1   not %2</translation>
  </message>
  <message>
   <source>to check %1</source>
   <translation>to check %1</translation>
  </message>
  <message>
   <source>Subsidies of today %1 yuan</source>
   <translation>Subsidies of today %1 yuan</translation>
  </message>
  <message>
   <source>already recorded today</source>
   <translation>already recorded today</translation>
  </message>
  <message>
   <source>died %1</source>
   <translation>died %1</translation>
  </message>
  <message>
   <source>subsidised %1</source>
   <translation>subsidised %1</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>Nobody found</translation>
  </message>
  <message>
   <source>Fewer letters, or the last digits of the ID number?</source>
   <translation>Fewer letters, or the last digits of the ID number?</translation>
  </message>
  <message>
   <source>Nobody of that name or number is here. Nothing was recorded.</source>
   <translation>Nobody of that name or number is here. Nothing was recorded.</translation>
  </message>
  <message>
   <source>Just recorded %1</source>
   <translation>Just recorded %1</translation>
  </message>
  <message>
   <source>Subsidy %1 yuan · own share %2 yuan</source>
   <translation>Subsidy %1 yuan · own share %2 yuan</translation>
  </message>
  <message>
   <source>Subsidy %1 yuan</source>
   <translation>Subsidy %1 yuan</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Ready</translation>
  </message>
  <message>
   <source>Who was recorded last stands here in large letters.</source>
   <translation>Who was recorded last stands here in large letters.</translation>
  </message>
  <message>
   <source>Not recorded</source>
   <translation>Not recorded</translation>
  </message>
  <message>
   <source>There is nothing of yours today to take back.</source>
   <translation>There is nothing of yours today to take back.</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Taken back</translation>
  </message>
  <message>
   <source>%1 of %2 is void.</source>
   <translation>%1 of %2 is void.</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>Make void</translation>
  </message>
  <message>
   <source>Why is the meal of %1 void?</source>
   <translation>Why is the meal of %1 void?</translation>
  </message>
  <message>
   <source>Record a meal first; its slip can be printed then.</source>
   <translation>Record a meal first; its slip can be printed then.</translation>
  </message>
  <message>
   <source>slip</source>
   <translation>slip</translation>
  </message>
  <message>
   <source>Today, all sittings: %1</source>
   <translation>Today, all sittings: %1</translation>
  </message>
  <message>
   <source>Subsidies of this point in this year: %1 of %2 yuan</source>
   <translation>Subsidies of this point in this year: %1 of %2 yuan</translation>
  </message>
  <message>
   <source>The cap of %1 is used up: meals are recorded, not subsidised</source>
   <translation>The cap of %1 is used up: meals are recorded, not subsidised</translation>
  </message>
  <message>
   <source>Cap %1, left %2</source>
   <translation>Cap %1, left %2</translation>
  </message>
  <message>
   <source>%1 times, last %2</source>
   <translation>%1 times, last %2</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>Ctrl+Z takes all of them back together.</source>
   <translation>Ctrl+Z takes all of them back together.</translation>
  </message>
  <message>
   <source>%1 deliveries</source>
   <translation>%1 deliveries</translation>
  </message>
  <message>
   <source>Subsidised %1 of them · %2 yuan together</source>
   <translation>Subsidised %1 of them · %2 yuan together</translation>
  </message>
  <message>
   <source>slips</source>
   <translation>slips</translation>
  </message>
  <message>
   <source>A5 sheets</source>
   <translation>A5 sheets</translation>
  </message>
  <message>
   <source>80 mm roll</source>
   <translation>80 mm roll</translation>
  </message>
  <message>
   <source>Slips of the day</source>
   <translation>Slips of the day</translation>
  </message>
  <message>
   <source>Batch delivery</source>
   <translation>Batch delivery</translation>
  </message>
  <message>
   <source>That day, all sittings: %1</source>
   <translation>That day, all sittings: %1</translation>
  </message>
  <message>
   <source>Subsidies of that day %1 yuan</source>
   <translation>Subsidies of that day %1 yuan</translation>
  </message>
  <message>
   <source>already recorded that day</source>
   <translation>already recorded that day</translation>
  </message>
  <message>
   <source>Writing up %1. Esc comes back to today.</source>
   <translation>Writing up %1. Esc comes back to today.</translation>
  </message>
  <message>
   <source>Meals are recorded on their day or later. Write the day as 2021-09-03 or 9-3.</source>
   <translation>Meals are recorded on their day or later. Write the day as 2021-09-03 or 9-3.</translation>
  </message>
  <message>
   <source>This meal is not here any more.</source>
   <translation>This meal is not here any more.</translation>
  </message>
  <message>
   <source>This meal was made void; the list shows those that stand.</source>
   <translation>This meal was made void; the list shows those that stand.</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>The day whose meals are recorded. Type an earlier one and press Enter to write up its meals; Esc comes back to today.</source>
   <translation>The day whose meals are recorded. Type an earlier one and press Enter to write up its meals; Esc comes back to today.</translation>
  </message>
  <message>
   <source>Paid here this year</source>
   <translation>Paid here this year</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MergeEldersDialog</name>
  <message>
   <source>facts</source>
   <translation>facts</translation>
  </message>
  <message>
   <source>meals</source>
   <translation>meals</translation>
  </message>
  <message>
   <source>assessments</source>
   <translation>assessments</translation>
  </message>
  <message>
   <source>second keyings</source>
   <translation>second keyings</translation>
  </message>
  <message>
   <source>drawings of assessments</source>
   <translation>drawings of assessments</translation>
  </message>
  <message>
   <source>bed stays</source>
   <translation>bed stays</translation>
  </message>
  <message>
   <source>beds at home</source>
   <translation>beds at home</translation>
  </message>
  <message>
   <source>absences</source>
   <translation>absences</translation>
  </message>
  <message>
   <source>services</source>
   <translation>services</translation>
  </message>
  <message>
   <source>agreements</source>
   <translation>agreements</translation>
  </message>
  <message>
   <source>lines of the service plan</source>
   <translation>lines of the service plan</translation>
  </message>
  <message>
   <source>bookings</source>
   <translation>bookings</translation>
  </message>
  <message>
   <source>days of day care</source>
   <translation>days of day care</translation>
  </message>
  <message>
   <source>visits</source>
   <translation>visits</translation>
  </message>
  <message>
   <source>how often she is visited</source>
   <translation>how often she is visited</translation>
  </message>
  <message>
   <source>incidents</source>
   <translation>incidents</translation>
  </message>
  <message>
   <source>measurements</source>
   <translation>measurements</translation>
  </message>
  <message>
   <source>loans of devices</source>
   <translation>loans of devices</translation>
  </message>
  <message>
   <source>Merge two files of one person</source>
   <translation>Merge two files of one person</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number or phone, card</source>
   <translation>Name, pinyin initials, tail of ID number or phone, card</translation>
  </message>
  <message>
   <source>The other file of %1</source>
   <translation>The other file of %1</translation>
  </message>
  <message>
   <source>The file that was open (%1)</source>
   <translation>The file that was open (%1)</translation>
  </message>
  <message>
   <source>The other file</source>
   <translation>The other file</translation>
  </message>
  <message>
   <source>Which file stays</source>
   <translation>Which file stays</translation>
  </message>
  <message>
   <source>For example: entered twice, seen by her ID card</source>
   <translation>For example: entered twice, seen by her ID card</translation>
  </message>
  <message>
   <source>Why these are one person's files</source>
   <translation>Why these are one person's files</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Merge the files</source>
   <translation>Merge the files</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sex</translation>
  </message>
  <message>
   <source>Born</source>
   <translation>Born</translation>
  </message>
  <message>
   <source>ID number</source>
   <translation>ID number</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Card</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Files that may be hers</source>
   <translation>Files that may be hers</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>Nobody found</translation>
  </message>
  <message>
   <source>Fewer letters, or the last digits of the ID number?</source>
   <translation>Fewer letters, or the last digits of the ID number?</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>File %1 has no records that would move to file %2.</source>
   <translation>File %1 has no records that would move to file %2.</translation>
  </message>
  <message>
   <source>From file %1 to file %2: %3.</source>
   <translation>From file %1 to file %2: %3.</translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>In both files, so made void in the one that goes: %1.</source>
   <translation>In both files, so made void in the one that goes: %1.</translation>
  </message>
  <message>
   <source>Facts that stay in the void file, as the other one says something of those days itself: %1.</source>
   <translation>Facts that stay in the void file, as the other one says something of those days itself: %1.</translation>
  </message>
  <message>
   <source>File %1 becomes void and keeps its number and history. A merge cannot be taken back by one key: the records would have to be corrected one by one.</source>
   <translation>File %1 becomes void and keeps its number and history. A merge cannot be taken back by one key: the records would have to be corrected one by one.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MonthEdit</name>
  <message>
   <source>e.g. 2021-09</source>
   <translation>e.g. 2021-09</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::NewAssessmentDialog</name>
  <message>
   <source>%1 years</source>
   <translation>%1 years</translation>
  </message>
  <message>
   <source>New assessment</source>
   <translation>New assessment</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number or phone, card</source>
   <translation>Name, pinyin initials, tail of ID number or phone, card</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>Day of the assessment</source>
   <translation>Day of the assessment</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Begin the sheet</source>
   <translation>Begin the sheet</translation>
  </message>
  <message>
   <source>Choose the elder first: type a part of the name and press Enter.</source>
   <translation>Choose the elder first: type a part of the name and press Enter.</translation>
  </message>
  <message>
   <source>Write the day as 2021-09-03.</source>
   <translation>Write the day as 2021-09-03.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::OpenMonthDialog</name>
  <message>
   <source>Open a closed period</source>
   <translation>Open a closed period</translation>
  </message>
  <message>
   <source>%1 is closed: its claim is signed and stays as it is. What is entered while it is open goes into the next claim as a late record, and the opening stands on this one.</source>
   <translation>%1 is closed: its claim is signed and stays as it is. What is entered while it is open goes into the next claim as a late record, and the opening stands on this one.</translation>
  </message>
  <message>
   <source>For example: the paper register of one day was found</source>
   <translation>For example: the paper register of one day was found</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>For how many days, today included</source>
   <translation>For how many days, today included</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Open the period</source>
   <translation>Open the period</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::OptionRow</name>
  <message>
   <source>%1 points</source>
   <translation>%1 points</translation>
  </message>
  <message>
   <source>Key %1: %2, chosen</source>
   <translation>Key %1: %2, chosen</translation>
  </message>
  <message>
   <source>Key %1: %2</source>
   <translation>Key %1: %2</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PackageFactsCard</name>
  <message>
   <source>Sealed, only the district and this centre can open it; whatever is changed or missing is found out.</source>
   <translation>Sealed, only the district and this centre can open it; whatever is changed or missing is found out.</translation>
  </message>
  <message>
   <source>A lost stick gives nothing away and loses nothing: the next package takes along what has no receipt yet.</source>
   <translation>A lost stick gives nothing away and loses nothing: the next package takes along what has no receipt yet.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PackagePage</name>
  <message>
   <source>Quarterly package</source>
   <translation>Quarterly package</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Choose the stick</source>
   <translation>Choose the stick</translation>
  </message>
  <message>
   <source>Write and compare</source>
   <translation>Write and compare</translation>
  </message>
  <message>
   <source>Hand-over sheet</source>
   <translation>Hand-over sheet</translation>
  </message>
  <message>
   <source>Write to %1</source>
   <translation>Write to %1</translation>
  </message>
  <message>
   <source>the stick</source>
   <translation>the stick</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Looking through %1…</source>
   <translation>Looking through %1…</translation>
  </message>
  <message>
   <source>Check of %1</source>
   <translation>Check of %1</translation>
  </message>
  <message>
   <source>Choose a folder for the package</source>
   <translation>Choose a folder for the package</translation>
  </message>
  <message>
   <source>Plug a stick in, or choose a folder (Ctrl+O).</source>
   <translation>Plug a stick in, or choose a folder (Ctrl+O).</translation>
  </message>
  <message>
   <source>Writing to %1 and reading it back…</source>
   <translation>Writing to %1 and reading it back…</translation>
  </message>
  <message>
   <source>Stopped. The stick is as it was; no package was written.</source>
   <translation>Stopped. The stick is as it was; no package was written.</translation>
  </message>
  <message>
   <source>Written.</source>
   <translation>Written.</translation>
  </message>
  <message>
   <source>Opening it as the district will, and checking every row…</source>
   <translation>Opening it as the district will, and checking every row…</translation>
  </message>
  <message>
   <source>Written and read back; the full check was not finished.</source>
   <translation>Written and read back; the full check was not finished.</translation>
  </message>
  <message>
   <source>The package on the stick does not hold together.</source>
   <translation>The package on the stick does not hold together.</translation>
  </message>
  <message>
   <source>Written, read back and checked: every byte is right.</source>
   <translation>Written, read back and checked: every byte is right.</translation>
  </message>
  <message>
   <source>Hand-over sheet %1.pdf</source>
   <translation>Hand-over sheet %1.pdf</translation>
  </message>
  <message>
   <source>Quarter</source>
   <translation>Quarter</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>look at it</source>
   <translation>look at it</translation>
  </message>
  <message>
   <source>What is missing or doubtful</source>
   <translation>What is missing or doubtful</translation>
  </message>
  <message>
   <source>Nothing is missing or doubtful.</source>
   <translation>Nothing is missing or doubtful.</translation>
  </message>
  <message>
   <source>Ctrl+Enter: choose the stick.</source>
   <translation>Ctrl+Enter: choose the stick.</translation>
  </message>
  <message>
   <source>Enter opens what a line is about. None of these forbids the package.</source>
   <translation>Enter opens what a line is about. None of these forbids the package.</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>Where to</translation>
  </message>
  <message>
   <source>Another folder…</source>
   <translation>Another folder…</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>stick</source>
   <translation>stick</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>folder</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Free</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>No stick is plugged in.</source>
   <translation>No stick is plugged in.</translation>
  </message>
  <message>
   <source>Plug one in, or choose a folder (Ctrl+O).</source>
   <translation>Plug one in, or choose a folder (Ctrl+O).</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>Contents</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Records</translation>
  </message>
  <message>
   <source>Contents of the package</source>
   <translation>Contents of the package</translation>
  </message>
  <message>
   <source>To: %1, %2 free</source>
   <translation>To: %1, %2 free</translation>
  </message>
  <message>
   <source>the district</source>
   <translation>the district</translation>
  </message>
  <message>
   <source>For: whoever knows the passphrase</source>
   <translation>For: whoever knows the passphrase</translation>
  </message>
  <message>
   <source>passphrase</source>
   <translation>passphrase</translation>
  </message>
  <message>
   <source>For: %1</source>
   <translation>For: %1</translation>
  </message>
  <message>
   <source>key is set</source>
   <translation>key is set</translation>
  </message>
  <message>
   <source>key is missing</source>
   <translation>key is missing</translation>
  </message>
  <message>
   <source>Signed by: this centre</source>
   <translation>Signed by: this centre</translation>
  </message>
  <message>
   <source>Package before: %1</source>
   <translation>Package before: %1</translation>
  </message>
  <message>
   <source>receipt is here</source>
   <translation>receipt is here</translation>
  </message>
  <message>
   <source>no receipt yet</source>
   <translation>no receipt yet</translation>
  </message>
  <message>
   <source>Package before: none</source>
   <translation>Package before: none</translation>
  </message>
  <message>
   <source>It replaces package %1 of the same quarter.</source>
   <translation>It replaces package %1 of the same quarter.</translation>
  </message>
  <message>
   <source>All of it is on the stick. It may be pulled out now.</source>
   <translation>All of it is on the stick. It may be pulled out now.</translation>
  </message>
  <message>
   <source>Replaces package %1 of the same quarter</source>
   <translation>Replaces package %1 of the same quarter</translation>
  </message>
  <message>
   <source>new number</source>
   <translation>new number</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PackageSealForm</name>
  <message>
   <source>The district's key</source>
   <translation>The district's key</translation>
  </message>
  <message>
   <source>A passphrase</source>
   <translation>A passphrase</translation>
  </message>
  <message>
   <source>Sealed to</source>
   <translation>Sealed to</translation>
  </message>
  <message>
   <source>District office</source>
   <translation>District office</translation>
  </message>
  <message>
   <source>Its key (age1…)</source>
   <translation>Its key (age1…)</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Once more</translation>
  </message>
  <message>
   <source>Choose a passphrase of at least %1 characters and tell it to the district by another way than the stick.</source>
   <translation>Choose a passphrase of at least %1 characters and tell it to the district by another way than the stick.</translation>
  </message>
  <message>
   <source>The two passphrases differ. Write the same one twice.</source>
   <translation>The two passphrases differ. Write the same one twice.</translation>
  </message>
  <message>
   <source>Enter the key that the district gave you (age1…), or choose a passphrase.</source>
   <translation>Enter the key that the district gave you (age1…), or choose a passphrase.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Page</name>
  <message numerus="yes">
   <source>Discard what was typed and not saved (%n field(s))?</source>
   <translation>
    <numerusform>Discard what was typed and not saved (%n field)?</numerusform>
    <numerusform>Discard what was typed and not saved (%n fields)?</numerusform>
   </translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>Go on writing</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PreviewDialog</name>
  <message>
   <source>Sheets</source>
   <translation>Sheets</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>No printer is set up on this computer; save the PDF instead.</source>
   <translation>No printer is set up on this computer; save the PDF instead.</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Save as PDF</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Sheet %1 of %2</source>
   <translation>Sheet %1 of %2</translation>
  </message>
  <message>
   <source>Sent to the printer %1.</source>
   <translation>Sent to the printer %1.</translation>
  </message>
  <message>
   <source>The printer did not take it. Check that it is on, or save the PDF.</source>
   <translation>The printer did not take it. Check that it is on, or save the PDF.</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Saved: %1 (%2 sheets)</source>
   <translation>Saved: %1 (%2 sheets)</translation>
  </message>
  <message>
   <source>The first %1 of %2 sheets are shown; all of them are printed.</source>
   <translation>The first %1 of %2 sheets are shown; all of them are printed.</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ReceiptsCard</name>
  <message>
   <source>Back from the district</source>
   <translation>Back from the district</translation>
  </message>
  <message>
   <source>Done…</source>
   <translation>Done…</translation>
  </message>
  <message>
   <source>Import a receipt…</source>
   <translation>Import a receipt…</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>What the district says</source>
   <translation>What the district says</translation>
  </message>
  <message>
   <source>What the district did not take over</source>
   <translation>What the district did not take over</translation>
  </message>
  <message>
   <source>Nothing is left to do.</source>
   <translation>Nothing is left to do.</translation>
  </message>
  <message>
   <source>Ctrl+I: import the receipt that the district gave back.</source>
   <translation>Ctrl+I: import the receipt that the district gave back.</translation>
  </message>
  <message>
   <source>elder's file</source>
   <translation>elder's file</translation>
  </message>
  <message>
   <source>meal</source>
   <translation>meal</translation>
  </message>
  <message>
   <source>service</source>
   <translation>service</translation>
  </message>
  <message>
   <source>claim</source>
   <translation>claim</translation>
  </message>
  <message>
   <source>line of a claim</source>
   <translation>line of a claim</translation>
  </message>
  <message>
   <source>assessment</source>
   <translation>assessment</translation>
  </message>
  <message>
   <source>bed stay</source>
   <translation>bed stay</translation>
  </message>
  <message>
   <source>device</source>
   <translation>device</translation>
  </message>
  <message>
   <source>loan of a device</source>
   <translation>loan of a device</translation>
  </message>
  <message>
   <source>fact of an elder</source>
   <translation>fact of an elder</translation>
  </message>
  <message>
   <source>day of day care</source>
   <translation>day of day care</translation>
  </message>
  <message>
   <source>visit</source>
   <translation>visit</translation>
  </message>
  <message>
   <source>facility</source>
   <translation>facility</translation>
  </message>
  <message>
   <source>superseded</source>
   <translation>superseded</translation>
  </message>
  <message>
   <source>in conflict</source>
   <translation>in conflict</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>refused</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>accepted</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>returned</translation>
  </message>
  <message>
   <source>The receipt from the district</source>
   <translation>The receipt from the district</translation>
  </message>
  <message>
   <source>Receipts (*.receipt.zip.age)</source>
   <translation>Receipts (*.receipt.zip.age)</translation>
  </message>
  <message>
   <source>%1: accepted %2, superseded %3, in conflict %4, refused %5.</source>
   <translation>%1: accepted %2, superseded %3, in conflict %4, refused %5.</translation>
  </message>
  <message>
   <source>It was here already; only new decisions were taken over.</source>
   <translation>It was here already; only new decisions were taken over.</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>What was done about it</source>
   <translation>What was done about it</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RecordSectionBase</name>
  <message>
   <source>Ctrl+N makes the first one.</source>
   <translation>Ctrl+N makes the first one.</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>Make void</translation>
  </message>
  <message>
   <source>Why is this record of '%1' void?</source>
   <translation>Why is this record of '%1' void?</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RecordSections</name>
  <message>
   <source>Make void…</source>
   <translation>Make void…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Edit</translation>
  </message>
  <message>
   <source>New</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>new; fields with * are needed</source>
   <translation>new; fields with * are needed</translation>
  </message>
  <message>
   <source>change; fields with * are needed</source>
   <translation>change; fields with * are needed</translation>
  </message>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n line</numerusform>
    <numerusform>%n lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n record(s)</source>
   <translation>
    <numerusform>%n record</numerusform>
    <numerusform>%n records</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ReferenceEdit</name>
  <message>
   <source>Name, pinyin initials, tail of ID number</source>
   <translation>Name, pinyin initials, tail of ID number</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RiskForm</name>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>How often in the last 30 days</source>
   <translation>How often in the last 30 days</translation>
  </message>
  <message>
   <source>Diagnosed by a physician</source>
   <translation>Diagnosed by a physician</translation>
  </message>
  <message>
   <source>Take over what is recorded</source>
   <translation>Take over what is recorded</translation>
  </message>
  <message>
   <source>Recorded in the last 30 days: %1. Please ask whether that is all.</source>
   <translation>Recorded in the last 30 days: %1. Please ask whether that is all.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RosterColumnsView</name>
  <message>
   <source>Columns of the roster</source>
   <translation>Columns of the roster</translation>
  </message>
  <message>
   <source>The facts hold from</source>
   <translation>The facts hold from</translation>
  </message>
  <message>
   <source>Who is here already</source>
   <translation>Who is here already</translation>
  </message>
  <message>
   <source>stays as on file</source>
   <translation>stays as on file</translation>
  </message>
  <message>
   <source>follows the roster where it differs</source>
   <translation>follows the roster where it differs</translation>
  </message>
  <message>
   <source>Heading in the file</source>
   <translation>Heading in the file</translation>
  </message>
  <message>
   <source>First values</source>
   <translation>First values</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>What it is</translation>
  </message>
  <message>
   <source>The headings stand in row %1; the people follow below.</source>
   <translation>The headings stand in row %1; the people follow below.</translation>
  </message>
  <message>
   <source>Table '%1'.</source>
   <translation>Table '%1'.</translation>
  </message>
  <message>
   <source>(column %1)</source>
   <translation>(column %1)</translation>
  </message>
  <message>
   <source>What '%1' is</source>
   <translation>What '%1' is</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RosterImportDialog</name>
  <message>
   <source>Import a roster</source>
   <translation>Import a roster</translation>
  </message>
  <message>
   <source>Choose a table of elders: .xlsx, .xls, .ods or .csv.</source>
   <translation>Choose a table of elders: .xlsx, .xls, .ods or .csv.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Preview</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Nothing is written before you have seen every row.</source>
   <translation>Nothing is written before you have seen every row.</translation>
  </message>
  <message>
   <source>Save the rows that stayed out</source>
   <translation>Save the rows that stayed out</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Choose the file…</translation>
  </message>
  <message>
   <source>Look at every row</source>
   <translation>Look at every row</translation>
  </message>
  <message numerus="yes">
   <source>Import %n people</source>
   <translation>
    <numerusform>Import %n people</numerusform>
    <numerusform>Import %n people</numerusform>
   </translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Choose the roster</source>
   <translation>Choose the roster</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.xls *.ods *.csv)</source>
   <translation>Tables (*.xlsx *.xls *.ods *.csv)</translation>
  </message>
  <message>
   <source>Reading %1…</source>
   <translation>Reading %1…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was read.</source>
   <translation>Stopped. Nothing was read.</translation>
  </message>
  <message>
   <source>Write the day from which the facts hold, for example 2021-01-01.</source>
   <translation>Write the day from which the facts hold, for example 2021-01-01.</translation>
  </message>
  <message>
   <source>Reading every row…</source>
   <translation>Reading every row…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was written.</source>
   <translation>Stopped. Nothing was written.</translation>
  </message>
  <message>
   <source>Importing %1…</source>
   <translation>Importing %1…</translation>
  </message>
  <message>
   <source>Stopped. Nobody was imported.</source>
   <translation>Stopped. Nobody was imported.</translation>
  </message>
  <message numerus="yes">
   <source>%n people imported</source>
   <translation>
    <numerusform>%n people imported</numerusform>
    <numerusform>%n people imported</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n brought up to date</source>
   <translation>
    <numerusform>%n brought up to date</numerusform>
    <numerusform>%n brought up to date</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to look at</source>
   <translation>
    <numerusform>%n to look at</numerusform>
    <numerusform>%n to look at</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n here already</source>
   <translation>
    <numerusform>%n here already</numerusform>
    <numerusform>%n here already</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stayed out</source>
   <translation>
    <numerusform>%n stayed out</numerusform>
    <numerusform>%n stayed out</numerusform>
   </translation>
  </message>
  <message>
   <source>Save the rows that stayed out as a workbook: their cells and the reasons. Put them right there and import that file.</source>
   <translation>Save the rows that stayed out as a workbook: their cells and the reasons. Put them right there and import that file.</translation>
  </message>
  <message>
   <source>No row stayed out.</source>
   <translation>No row stayed out.</translation>
  </message>
  <message>
   <source> to correct</source>
   <translation> to correct</translation>
  </message>
  <message>
   <source>Workbook (*.xlsx)</source>
   <translation>Workbook (*.xlsx)</translation>
  </message>
  <message>
   <source>Saved: %1</source>
   <translation>Saved: %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RosterPreviewView</name>
  <message>
   <source>goes in</source>
   <translation>goes in</translation>
  </message>
  <message>
   <source>goes in, look at it</source>
   <translation>goes in, look at it</translation>
  </message>
  <message>
   <source>here already</source>
   <translation>here already</translation>
  </message>
  <message>
   <source>stays out</source>
   <translation>stays out</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Rows</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <source>brought up to date</source>
   <translation>brought up to date</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Resident number</source>
   <translation>Resident number</translation>
  </message>
  <message>
   <source>Born</source>
   <translation>Born</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>Rows of the roster</source>
   <translation>Rows of the roster</translation>
  </message>
  <message>
   <source>No row of this kind.</source>
   <translation>No row of this kind.</translation>
  </message>
  <message>
   <source>All %1</source>
   <translation>All %1</translation>
  </message>
  <message>
   <source>Goes in %1</source>
   <translation>Goes in %1</translation>
  </message>
  <message>
   <source>Look at %1</source>
   <translation>Look at %1</translation>
  </message>
  <message>
   <source>Here already %1</source>
   <translation>Here already %1</translation>
  </message>
  <message>
   <source>Stays out %1</source>
   <translation>Stays out %1</translation>
  </message>
  <message>
   <source>Nothing to remark.</source>
   <translation>Nothing to remark.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SearchField</name>
  <message>
   <source>What was found</source>
   <translation>What was found</translation>
  </message>
  <message>
   <source>Nothing found. Try fewer letters, or the last digits of a number.</source>
   <translation>Nothing found. Try fewer letters, or the last digits of a number.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ServiceGrid</name>
  <message>
   <source>Mon</source>
   <translation>Mon</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>Tue</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>Wed</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>Thu</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>Fri</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>Sat</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>Sun</translation>
  </message>
  <message>
   <source>Who does what when</source>
   <translation>Who does what when</translation>
  </message>
  <message>
   <source>Nobody yet</source>
   <translation>Nobody yet</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 %2</source>
   <translation>%1 %2</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ServicesPage</name>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Week</translation>
  </message>
  <message>
   <source>Group…</source>
   <translation>Group…</translation>
  </message>
  <message>
   <source>Record what was done</source>
   <translation>Record what was done</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>Make void…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Edit</translation>
  </message>
  <message>
   <source>From the assessment</source>
   <translation>From the assessment</translation>
  </message>
  <message>
   <source>New order</source>
   <translation>New order</translation>
  </message>
  <message>
   <source>New</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>all</source>
   <translation>all</translation>
  </message>
  <message>
   <source>Agreements</source>
   <translation>Agreements</translation>
  </message>
  <message>
   <source>No service agreement is recorded yet</source>
   <translation>No service agreement is recorded yet</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>This month</translation>
  </message>
  <message>
   <source>Plans</source>
   <translation>Plans</translation>
  </message>
  <message>
   <source>No plan is recorded yet; Ctrl+R proposes one from an assessment</source>
   <translation>No plan is recorded yet; Ctrl+R proposes one from an assessment</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Prices</translation>
  </message>
  <message>
   <source>The prices of the catalogue hold; a price of your own holds from its day on</source>
   <translation>The prices of the catalogue hold; a price of your own holds from its day on</translation>
  </message>
  <message>
   <source>A price that was in force stays as it is. Make it void and enter the right one.</source>
   <translation>A price that was in force stays as it is. Make it void and enter the right one.</translation>
  </message>
  <message>
   <source>Hours this month</source>
   <translation>Hours this month</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>Certificates</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Staff</translation>
  </message>
  <message>
   <source>Nobody of the staff is recorded yet</source>
   <translation>Nobody of the staff is recorded yet</translation>
  </message>
  <message>
   <source>%1 of %2 done</source>
   <translation>%1 of %2 done</translation>
  </message>
  <message>
   <source>%1; fields with * are needed</source>
   <translation>%1; fields with * are needed</translation>
  </message>
  <message>
   <source>new; fields with * are needed</source>
   <translation>new; fields with * are needed</translation>
  </message>
  <message>
   <source>change; fields with * are needed</source>
   <translation>change; fields with * are needed</translation>
  </message>
  <message numerus="yes">
   <source>%n record(s)</source>
   <translation>
    <numerusform>%n record</numerusform>
    <numerusform>%n records</numerusform>
   </translation>
  </message>
  <message>
   <source>Orders and services of the day</source>
   <translation>Orders and services of the day</translation>
  </message>
  <message>
   <source>Nothing is ordered or done on this day yet</source>
   <translation>Nothing is ordered or done on this day yet</translation>
  </message>
  <message>
   <source>Ctrl+N makes the first order.</source>
   <translation>Ctrl+N makes the first order.</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>The day or week before</source>
   <translation>The day or week before</translation>
  </message>
  <message>
   <source>'%1' is not a day. Write it as 2021-09-03.</source>
   <translation>'%1' is not a day. Write it as 2021-09-03.</translation>
  </message>
  <message>
   <source>After</source>
   <translation>After</translation>
  </message>
  <message>
   <source>The day or week after</source>
   <translation>The day or week after</translation>
  </message>
  <message>
   <source>How the slip was signed</source>
   <translation>How the slip was signed</translation>
  </message>
  <message>
   <source>Slip that came back</source>
   <translation>Slip that came back</translation>
  </message>
  <message>
   <source>Scan a signed slip</source>
   <translation>Scan a signed slip</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Print slip</source>
   <translation>Print slip</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>Signed</translation>
  </message>
  <message>
   <source>Cancel or make void…</source>
   <translation>Cancel or make void…</translation>
  </message>
  <message>
   <source>Slips of the day</source>
   <translation>Slips of the day</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>Elder</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Done by</source>
   <translation>Done by</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>signed</translation>
  </message>
  <message>
   <source>done, not signed</source>
   <translation>done, not signed</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Price</translation>
  </message>
  <message>
   <source>Self-paid</source>
   <translation>Self-paid</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>group</source>
   <translation>group</translation>
  </message>
  <message>
   <source>Done: service %1, %2 yuan. Ctrl+P prints the slip.</source>
   <translation>Done: service %1, %2 yuan. Ctrl+P prints the slip.</translation>
  </message>
  <message>
   <source>Cancel the order</source>
   <translation>Cancel the order</translation>
  </message>
  <message>
   <source>Why is it cancelled?</source>
   <translation>Why is it cancelled?</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>Make void</translation>
  </message>
  <message>
   <source>Why is this service void?</source>
   <translation>Why is this service void?</translation>
  </message>
  <message>
   <source>The order is cancelled.</source>
   <translation>The order is cancelled.</translation>
  </message>
  <message>
   <source>The service is void.</source>
   <translation>The service is void.</translation>
  </message>
  <message>
   <source>Signed by another person</source>
   <translation>Signed by another person</translation>
  </message>
  <message>
   <source>Who signed?</source>
   <translation>Who signed?</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>Relation to the elder</translation>
  </message>
  <message>
   <source>%1, %2: %3 is noted.</source>
   <translation>%1, %2: %3 is noted.</translation>
  </message>
  <message>
   <source>'%1' is no number of a slip.</source>
   <translation>'%1' is no number of a slip.</translation>
  </message>
  <message>
   <source>No service is recorded on this day; there is nothing to print.</source>
   <translation>No service is recorded on this day; there is nothing to print.</translation>
  </message>
  <message>
   <source>A5 sheets</source>
   <translation>A5 sheets</translation>
  </message>
  <message>
   <source>80 mm roll</source>
   <translation>80 mm roll</translation>
  </message>
  <message>
   <source>Ordered: %1, %2 at %3.</source>
   <translation>Ordered: %1, %2 at %3.</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>What was done</translation>
  </message>
  <message>
   <source>Recorded: %1, %2.</source>
   <translation>Recorded: %1, %2.</translation>
  </message>
  <message>
   <source>Plan from the newest assessment</source>
   <translation>Plan from the newest assessment</translation>
  </message>
  <message>
   <source>Her plan has all that the level asks for already. Nothing was added.</source>
   <translation>Her plan has all that the level asks for already. Nothing was added.</translation>
  </message>
  <message numerus="yes">
   <source>Recorded for %n person(s): %1.</source>
   <translation>
    <numerusform>Recorded for %n person: %1.</numerusform>
    <numerusform>Recorded for %n persons: %1.</numerusform>
   </translation>
  </message>
  <message>
   <source>Take the last one back</source>
   <translation>Take the last one back</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>ordered by %1</source>
   <translation>ordered by %1</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Sign-in sheet</translation>
  </message>
  <message>
   <source>%1, %2 done</source>
   <translation>%1, %2 done</translation>
  </message>
  <message>
   <source>the order of %1 cancelled</source>
   <translation>the order of %1 cancelled</translation>
  </message>
  <message>
   <source>Change the order</source>
   <translation>Change the order</translation>
  </message>
  <message>
   <source>the change of the order of %1</source>
   <translation>the change of the order of %1</translation>
  </message>
  <message>
   <source>Changed: %1, %2 at %3.</source>
   <translation>Changed: %1, %2 at %3.</translation>
  </message>
  <message>
   <source>the order of %1</source>
   <translation>the order of %1</translation>
  </message>
  <message numerus="yes">
   <source>%1 for %n person(s)</source>
   <translation>
    <numerusform>%1 for %n person</numerusform>
    <numerusform>%1 for %n persons</numerusform>
   </translation>
  </message>
  <message>
   <source>Taken back at once (Ctrl+Z)</source>
   <translation>Taken back at once (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Taken back: %1.</source>
   <translation>Taken back: %1.</translation>
  </message>
  <message>
   <source>%1 cannot be taken back: %2</source>
   <translation>%1 cannot be taken back: %2</translation>
  </message>
  <message>
   <source>%1, %2: %3</source>
   <translation>%1, %2: %3</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SettingsPage</name>
  <message>
   <source>Settings</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>Looks</translation>
  </message>
  <message>
   <source>%1 %</source>
   <translation>%1 %</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Usual</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>High contrast</translation>
  </message>
  <message>
   <source>A5 sheet</source>
   <translation>A5 sheet</translation>
  </message>
  <message>
   <source>80 mm roll</source>
   <translation>80 mm roll</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Text size</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Contrast</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>Paper of slips</source>
   <translation>Paper of slips</translation>
  </message>
  <message>
   <source>Meals and the district</source>
   <translation>Meals and the district</translation>
  </message>
  <message>
   <source>Price of a meal in yuan</source>
   <translation>Price of a meal in yuan</translation>
  </message>
  <message>
   <source>'%1' is not an amount. Write it as 12.50.</source>
   <translation>'%1' is not an amount. Write it as 12.50.</translation>
  </message>
  <message>
   <source>Policy for meals</source>
   <translation>Policy for meals</translation>
  </message>
  <message>
   <source>Name of the district office</source>
   <translation>Name of the district office</translation>
  </message>
  <message>
   <source>Its key for packages (age1…)</source>
   <translation>Its key for packages (age1…)</translation>
  </message>
  <message>
   <source>Its signature key (RW…)</source>
   <translation>Its signature key (RW…)</translation>
  </message>
  <message>
   <source>Meal points</source>
   <translation>Meal points</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Code of the new meal point</source>
   <translation>Code of the new meal point</translation>
  </message>
  <message>
   <source>Name of the new meal point</source>
   <translation>Name of the new meal point</translation>
  </message>
  <message>
   <source>Add the meal point</source>
   <translation>Add the meal point</translation>
  </message>
  <message>
   <source>Who may sign in</source>
   <translation>Who may sign in</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Role</translation>
  </message>
  <message>
   <source>New person's name</source>
   <translation>New person's name</translation>
  </message>
  <message>
   <source>First password</source>
   <translation>First password</translation>
  </message>
  <message>
   <source>Add the person</source>
   <translation>Add the person</translation>
  </message>
  <message>
   <source>My new password</source>
   <translation>My new password</translation>
  </message>
  <message>
   <source>Change my password</source>
   <translation>Change my password</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Saved.</translation>
  </message>
  <message>
   <source>Added the meal point %1.</source>
   <translation>Added the meal point %1.</translation>
  </message>
  <message>
   <source>Write the new person's name and a first password.</source>
   <translation>Write the new person's name and a first password.</translation>
  </message>
  <message>
   <source>%1 can sign in now.</source>
   <translation>%1 can sign in now.</translation>
  </message>
  <message>
   <source>Write your new password.</source>
   <translation>Write your new password.</translation>
  </message>
  <message>
   <source>Your password is changed.</source>
   <translation>Your password is changed.</translation>
  </message>
  <message>
   <source>after %1 minutes</source>
   <translation>after %1 minutes</translation>
  </message>
  <message>
   <source>never by itself</source>
   <translation>never by itself</translation>
  </message>
  <message>
   <source>Lock when nobody is here</source>
   <translation>Lock when nobody is here</translation>
  </message>
  <message>
   <source>clerk</source>
   <translation>clerk</translation>
  </message>
  <message>
   <source>assessor</source>
   <translation>assessor</translation>
  </message>
  <message>
   <source>manager</source>
   <translation>manager</translation>
  </message>
  <message>
   <source>administrator</source>
   <translation>administrator</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SettledMonth</name>
  <message>
   <source>corrects %1, %2 yuan (line %3)</source>
   <translation>corrects %1, %2 yuan (line %3)</translation>
  </message>
  <message>
   <source>paper of %1</source>
   <translation>paper of %1</translation>
  </message>
  <message>
   <source>%1 yuan</source>
   <translation>%1 yuan</translation>
  </message>
  <message numerus="yes">
   <source>%n line(s) returned</source>
   <translation>
    <numerusform>%n line returned</numerusform>
    <numerusform>%n lines returned</numerusform>
   </translation>
  </message>
  <message>
   <source>opened until %1</source>
   <translation>opened until %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SheetItemList</name>
  <message>
   <source>Items of the sheet</source>
   <translation>Items of the sheet</translation>
  </message>
  <message>
   <source>Events and diagnoses</source>
   <translation>Events and diagnoses</translation>
  </message>
  <message>
   <source>Tables and signatures</source>
   <translation>Tables and signatures</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SheetItemView</name>
  <message>
   <source>↑ ↓ walk · Backspace takes an answer back · Home End first and last</source>
   <translation>↑ ↓ walk · Backspace takes an answer back · Home End first and last</translation>
  </message>
  <message>
   <source>%1 %2 · item %3 of %4</source>
   <translation>%1 %2 · item %3 of %4</translation>
  </message>
  <message>
   <source>How to try it: %1</source>
   <translation>How to try it: %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SheetResult</name>
  <message>
   <source>Level</source>
   <translation>Level</translation>
  </message>
  <message>
   <source>Items without an answer</source>
   <translation>Items without an answer</translation>
  </message>
  <message>
   <source>Preliminary level: %1</source>
   <translation>Preliminary level: %1</translation>
  </message>
  <message>
   <source>%1 · total %2 of %3</source>
   <translation>%1 · total %2 of %3</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>The text of %1 gives two levels to these grades. Reading used: %2. Both assessors confirm it with a reason.</source>
   <translation>The text of %1 gives two levels to these grades. Reading used: %2. Both assessors confirm it with a reason.</translation>
  </message>
  <message>
   <source>not yet full</source>
   <translation>not yet full</translation>
  </message>
  <message>
   <source>grade %1, %2</source>
   <translation>grade %1, %2</translation>
  </message>
  <message numerus="yes">
   <source>%n item(s) without an answer</source>
   <translation>
    <numerusform>%n item without an answer</numerusform>
    <numerusform>%n items without an answer</numerusform>
   </translation>
  </message>
  <message>
   <source>Every item is answered</source>
   <translation>Every item is answered</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Shell</name>
  <message>
   <source>Songhe</source>
   <translation>Songhe</translation>
  </message>
  <message>
   <source>Find an elder or a page (pinyin initials will do)</source>
   <translation>Find an elder or a page (pinyin initials will do)</translation>
  </message>
  <message>
   <source>Find anything</source>
   <translation>Find anything</translation>
  </message>
  <message>
   <source>Demonstration: invented people</source>
   <translation>Demonstration: invented people</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Lock</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SignInView</name>
  <message>
   <source>Songhe</source>
   <translation>Songhe</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Password</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Password forgotten…</source>
   <translation>Password forgotten…</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>Recovery key</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>New password</translation>
  </message>
  <message>
   <source>The recovery key is on the sheet that was printed when the centre was set up. The first user gets the new password.</source>
   <translation>The recovery key is on the sheet that was printed when the centre was set up. The first user gets the new password.</translation>
  </message>
  <message>
   <source>Open with the recovery key</source>
   <translation>Open with the recovery key</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Opening the books…</source>
   <translation>Opening the books…</translation>
  </message>
  <message>
   <source>Choose a new password; the old one is forgotten.</source>
   <translation>Choose a new password; the old one is forgotten.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::StepBar</name>
  <message>
   <source>Step %1 of %2: %3</source>
   <translation>Step %1 of %2: %3</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::StepsView</name>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Next</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Sticks</name>
  <message>
   <source>%1 has only %2 free, the package needs about %3. Make room, or take another stick.</source>
   <translation>%1 has only %2 free, the package needs about %3. Make room, or take another stick.</translation>
  </message>
  <message>
   <source>%1 is formatted as FAT, which holds no file above 4 GiB; the package needs about %2. Take a stick formatted as exFAT.</source>
   <translation>%1 is formatted as FAT, which holds no file above 4 GiB; the package needs about %2. Take a stick formatted as exFAT.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::TaskBar</name>
  <message>
   <source>Stop</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Stopping leaves nothing half-done.</source>
   <translation>Stopping leaves nothing half-done.</translation>
  </message>
  <message>
   <source>%1 % done</source>
   <translation>%1 % done</translation>
  </message>
  <message>
   <source>, less than a minute left</source>
   <translation>, less than a minute left</translation>
  </message>
  <message numerus="yes">
   <source>, about %n minute(s) left</source>
   <translation>
    <numerusform>, about %n minute left</numerusform>
    <numerusform>, about %n minutes left</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ThinBar</name>
  <message>
   <source>%1 % done</source>
   <translation>%1 % done</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::TodayPage</name>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Begin lunch</source>
   <translation>Begin lunch</translation>
  </message>
  <message>
   <source>Meals today</source>
   <translation>Meals today</translation>
  </message>
  <message>
   <source>Meals this month</source>
   <translation>Meals this month</translation>
  </message>
  <message>
   <source>Elders</source>
   <translation>Elders</translation>
  </message>
  <message>
   <source>To be done</source>
   <translation>To be done</translation>
  </message>
  <message>
   <source>Meals of the last four weeks</source>
   <translation>Meals of the last four weeks</translation>
  </message>
  <message>
   <source>%1 of them subsidised</source>
   <translation>%1 of them subsidised</translation>
  </message>
  <message>
   <source>%1 of them 80 or older</source>
   <translation>%1 of them 80 or older</translation>
  </message>
  <message numerus="yes">
   <source>on %n day(s)</source>
   <translation>
    <numerusform>on %n day</numerusform>
    <numerusform>on %n days</numerusform>
   </translation>
  </message>
  <message>
   <source>this month</source>
   <translation>this month</translation>
  </message>
  <message>
   <source>The claim of %1 stands as a draft: %2 yuan</source>
   <translation>The claim of %1 stands as a draft: %2 yuan</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>The meals of %1 are not settled yet</source>
   <translation>The meals of %1 are not settled yet</translation>
  </message>
  <message>
   <source>Settle</source>
   <translation>Settle</translation>
  </message>
  <message>
   <source>overdue</source>
   <translation>overdue</translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message>
   <source>The package of %1 goes to the district by %2</source>
   <translation>The package of %1 goes to the district by %2</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>first</source>
   <translation>first</translation>
  </message>
  <message>
   <source>Bring in the roster of elders that you have</source>
   <translation>Bring in the roster of elders that you have</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>done</source>
   <translation>done</translation>
  </message>
  <message>
   <source>Nothing is due. Lunch can begin.</source>
   <translation>Nothing is due. Lunch can begin.</translation>
  </message>
  <message numerus="yes">
   <source>%n expired ability level(s): the claim lines are held</source>
   <translation>
    <numerusform>%n expired ability level: the claim lines are held</numerusform>
    <numerusform>%n expired ability levels: the claim lines are held</numerusform>
   </translation>
  </message>
  <message>
   <source>Assess</source>
   <translation>Assess</translation>
  </message>
  <message numerus="yes">
   <source>%n re-assessment(s) due, the first by %1</source>
   <translation>
    <numerusform>%n re-assessment due, the first by %1</numerusform>
    <numerusform>%n re-assessments due, the first by %1</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) overdue</source>
   <translation>
    <numerusform>%n visit overdue</numerusform>
    <numerusform>%n visits overdue</numerusform>
   </translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visit</translation>
  </message>
  <message>
   <source>today</source>
   <translation>today</translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) due today</source>
   <translation>
    <numerusform>%n visit due today</numerusform>
    <numerusform>%n visits due today</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n device(s) not back yet</source>
   <translation>
    <numerusform>%n device not back yet</numerusform>
    <numerusform>%n devices not back yet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n expired certificate(s) of the staff: nothing that wants them can be ordered</source>
   <translation>
    <numerusform>%n expired certificate of the staff: nothing that wants them can be ordered</numerusform>
    <numerusform>%n expired certificates of the staff: nothing that wants them can be ordered</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n certificate(s) of the staff end soon, the first on %1</source>
   <translation>
    <numerusform>%n certificate of the staff end soon, the first on %1</numerusform>
    <numerusform>%n certificates of the staff end soon, the first on %1</numerusform>
   </translation>
  </message>
  <message>
   <source>district</source>
   <translation>district</translation>
  </message>
  <message numerus="yes">
   <source>%n record(s) that the district did not take over</source>
   <translation>
    <numerusform>%n record that the district did not take over</numerusform>
    <numerusform>%n records that the district did not take over</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::TrustDialog</name>
  <message>
   <source>A centre whose packages are taken</source>
   <translation>A centre whose packages are taken</translation>
  </message>
  <message>
   <source>Code of the centre</source>
   <translation>Code of the centre</translation>
  </message>
  <message>
   <source>Its signature key (RW…)</source>
   <translation>Its signature key (RW…)</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>From a file…</translation>
  </message>
  <message>
   <source>Call the centre and compare this code with the one on its package page:</source>
   <translation>Call the centre and compare this code with the one on its package page:</translation>
  </message>
  <message>
   <source>Code of the key</source>
   <translation>Code of the key</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Take this centre's packages</source>
   <translation>Take this centre's packages</translation>
  </message>
  <message>
   <source>The centre's signature key</source>
   <translation>The centre's signature key</translation>
  </message>
  <message>
   <source>Keys (*.pub *.txt);;All files (*)</source>
   <translation>Keys (*.pub *.txt);;All files (*)</translation>
  </message>
  <message>
   <source>Write the centre's code, as it stands in the names of its packages.</source>
   <translation>Write the centre's code, as it stands in the names of its packages.</translation>
  </message>
  <message>
   <source>Paste the centre's signature key, or take it from a file (Ctrl+O).</source>
   <translation>Paste the centre's signature key, or take it from a file (Ctrl+O).</translation>
  </message>
  <message>
   <source>As the centre reported it in writing; it stands on its hand-over sheets and on the paper with its recovery key.</source>
   <translation>As the centre reported it in writing; it stands on its hand-over sheets and on the paper with its recovery key.</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::VisitsPage</name>
  <message>
   <source>Visits</source>
   <translation>Visits</translation>
  </message>
  <message>
   <source>Print the list</source>
   <translation>Print the list</translation>
  </message>
  <message>
   <source>Decide all as proposed</source>
   <translation>Decide all as proposed</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) overdue</source>
   <translation>
    <numerusform>%n day overdue</numerusform>
    <numerusform>%n days overdue</numerusform>
   </translation>
  </message>
  <message>
   <source>today</source>
   <translation>today</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>Matter</translation>
  </message>
  <message>
   <source>Last visited</source>
   <translation>Last visited</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Nobody is waiting for a visit today</source>
   <translation>Nobody is waiting for a visit today</translation>
  </message>
  <message>
   <source>Ctrl+N records a visit all the same.</source>
   <translation>Ctrl+N records a visit all the same.</translation>
  </message>
  <message>
   <source>No visit is recorded for the last year</source>
   <translation>No visit is recorded for the last year</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Proposed</translation>
  </message>
  <message>
   <source>Decided</source>
   <translation>Decided</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>nothing yet</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>To decide</source>
   <translation>To decide</translation>
  </message>
  <message>
   <source>Everybody's visits are decided as the facts propose</source>
   <translation>Everybody's visits are decided as the facts propose</translation>
  </message>
  <message>
   <source>Whoever is new, or whose facts change, stands here.</source>
   <translation>Whoever is new, or whose facts change, stands here.</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>How often</translation>
  </message>
  <message>
   <source>Proposed by the facts</source>
   <translation>Proposed by the facts</translation>
  </message>
  <message>
   <source>Nothing is decided yet</source>
   <translation>Nothing is decided yet</translation>
  </message>
  <message numerus="yes">
   <source>Decide for %n elder(s) as their facts propose?</source>
   <translation>
    <numerusform>Decide for %n elder as their facts propose?</numerusform>
    <numerusform>Decide for %n elders as their facts propose?</numerusform>
   </translation>
  </message>
  <message>
   <source>Each can be changed afterwards.</source>
   <translation>Each can be changed afterwards.</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>Decide</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Look again</translation>
  </message>
  <message>
   <source>never visited</source>
   <translation>never visited</translation>
  </message>
 </context>
</TS>
