<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
 </context>
 <context>
  <name>EnvelopeSealer</name>
  <message>
   <source>The key of this person was destroyed: what was sealed with it cannot be read any more.</source>
   <translation>The key of this person was destroyed: what was sealed with it cannot be read any more.</translation>
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
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Stopped. Nothing was changed.</translation>
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
 </context>
</TS>
