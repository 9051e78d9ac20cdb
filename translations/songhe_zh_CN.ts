<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Absence</name>
  <message>
   <source>in hospital</source>
   <translation>住院</translation>
  </message>
  <message>
   <source>away</source>
   <translation>外出</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>截止日</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Acceptance</name>
  <message>
   <source>Project</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Accepted on</source>
   <translation>验收日</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>验收合格</translation>
  </message>
  <message>
   <source>Floor area found</source>
   <translation>验收面积</translation>
  </message>
  <message>
   <source>Beds found</source>
   <translation>验收床位数</translation>
  </message>
  <message>
   <source>Accepted by</source>
   <translation>验收单位</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>文号</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Agreement</name>
  <message>
   <source>Elder</source>
   <translation>老人</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日期</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>截止日期</translation>
  </message>
  <message>
   <source>Services; empty: all</source>
   <translation>服务项目（不填为全部）</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>约定内容</translation>
  </message>
  <message>
   <source>Consents to service and data</source>
   <translation>同意接受服务及使用信息</translation>
  </message>
  <message>
   <source>Was told the risks</source>
   <translation>已告知风险</translation>
  </message>
  <message>
   <source>Signed on</source>
   <translation>签订日期</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>签字人</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>与老人关系</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>服务项目</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>Each</source>
   <translation>周期</translation>
  </message>
  <message>
   <source>From assessment</source>
   <translation>依据的评估</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Assessment</name>
  <message>
   <source>First assessment</source>
   <translation>接受服务前初评</translation>
  </message>
  <message>
   <source>Routine assessment</source>
   <translation>接受服务后的常规评估</translation>
  </message>
  <message>
   <source>Immediate assessment, her condition changed</source>
   <translation>状况变化后的即时评估</translation>
  </message>
  <message>
   <source>Assessment anew, the result is disputed</source>
   <translation>对结果有疑问的复评</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>superseded</source>
   <translation>已被取代</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>评估标准</translation>
  </message>
  <message>
   <source>Assessed on</source>
   <translation>评估日期</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>评估原因</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>各项评分</translation>
  </message>
  <message>
   <source>Diagnosed</source>
   <translation>已确诊</translation>
  </message>
  <message>
   <source>Coma</source>
   <translation>昏迷</translation>
  </message>
  <message>
   <source>Events of the last 30 days</source>
   <translation>近30天意外事件</translation>
  </message>
  <message>
   <source>Ability level</source>
   <translation>能力等级</translation>
  </message>
  <message>
   <source>Preliminary level</source>
   <translation>初步等级</translation>
  </message>
  <message>
   <source>Final level</source>
   <translation>最终等级</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>总分</translation>
  </message>
  <message>
   <source>Grades</source>
   <translation>一级指标分级</translation>
  </message>
  <message>
   <source>Change clauses</source>
   <translation>等级变更条款</translation>
  </message>
  <message>
   <source>The standard gives two answers</source>
   <translation>标准存在歧义</translation>
  </message>
  <message>
   <source>How it was read</source>
   <translation>歧义读法</translation>
  </message>
  <message>
   <source>Settings used</source>
   <translation>所用设定</translation>
  </message>
  <message>
   <source>Next one due by</source>
   <translation>有效期至</translation>
  </message>
  <message>
   <source>Digest of the scale</source>
   <translation>量表摘要</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>摘要</translation>
  </message>
  <message>
   <source>Confirmed at</source>
   <translation>确认时间</translation>
  </message>
  <message>
   <source>Supersedes</source>
   <translation>取代的评估</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>评估地点</translation>
  </message>
  <message>
   <source>First assessor</source>
   <translation>评估员甲</translation>
  </message>
  <message>
   <source>Second assessor</source>
   <translation>评估员乙</translation>
  </message>
  <message>
   <source>Information provider</source>
   <translation>信息提供者</translation>
  </message>
  <message>
   <source>Why both assessors stand by it</source>
   <translation>两名评估员确认理由</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>基本信息表</translation>
  </message>
  <message>
   <source>Assessment</source>
   <translation>评估</translation>
  </message>
  <message>
   <source>Drawn clock</source>
   <translation>画钟图</translation>
  </message>
 </context>
 <context>
  <name>Attendance</name>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Came at</source>
   <translation>到达</translation>
  </message>
  <message>
   <source>Left at</source>
   <translation>离开</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>came to day care</source>
   <translation>有日托出勤</translation>
  </message>
  <message>
   <source>not recorded as having come to day care</source>
   <translation>没有日托出勤记录</translation>
  </message>
 </context>
 <context>
  <name>BedStay</name>
  <message>
   <source>overnight</source>
   <translation>全日（过夜）</translation>
  </message>
  <message>
   <source>by day</source>
   <translation>日间</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Bed</source>
   <translation>床位号</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>收住方式</translation>
  </message>
  <message>
   <source>First night</source>
   <translation>入住首日</translation>
  </message>
  <message>
   <source>Last night</source>
   <translation>入住末日</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Booking</name>
  <message>
   <source>booked</source>
   <translation>已预约</translation>
  </message>
  <message>
   <source>done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老人</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>服务项目</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Begins at</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>时长（分钟）</translation>
  </message>
  <message>
   <source>Given to</source>
   <translation>服务人员</translation>
  </message>
  <message>
   <source>Provider</source>
   <translation>服务单位</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Became</source>
   <translation>对应服务</translation>
  </message>
  <message>
   <source>Who called</source>
   <translation>来电人</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>来电内容</translation>
  </message>
  <message>
   <source>Why it was cancelled</source>
   <translation>取消原因</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Phone of who called</source>
   <translation>来电人电话</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>与老人关系</translation>
  </message>
 </context>
 <context>
  <name>Budget</name>
  <message>
   <source>operating subsidy</source>
   <translation>运营补贴</translation>
  </message>
  <message>
   <source>construction</source>
   <translation>建设补贴</translation>
  </message>
  <message>
   <source>matching funds</source>
   <translation>配套资金</translation>
  </message>
  <message>
   <source>12349 platform</source>
   <translation>12349平台</translation>
  </message>
  <message>
   <source>meals</source>
   <translation>助餐</translation>
  </message>
  <message>
   <source>beds</source>
   <translation>床位</translation>
  </message>
  <message>
   <source>beds at home</source>
   <translation>家庭养老床位</translation>
  </message>
  <message>
   <source>awards</source>
   <translation>奖励</translation>
  </message>
  <message>
   <source>purchased services</source>
   <translation>政府购买服务</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>the state</source>
   <translation>中央</translation>
  </message>
  <message>
   <source>province or region</source>
   <translation>省（自治区）</translation>
  </message>
  <message>
   <source>city</source>
   <translation>市</translation>
  </message>
  <message>
   <source>district, banner or county</source>
   <translation>区（县、旗）</translation>
  </message>
  <message>
   <source>the centre itself</source>
   <translation>本中心自筹</translation>
  </message>
  <message>
   <source>others</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年度</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Paid by</source>
   <translation>资金来源</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Decided on</source>
   <translation>下达日</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>文号</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Claim</name>
  <message>
   <source>draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>政策</translation>
  </message>
  <message>
   <source>Version of the policy</source>
   <translation>政策版本</translation>
  </message>
  <message>
   <source>Digest of the policy</source>
   <translation>政策摘要值</translation>
  </message>
  <message>
   <source>Policy is a draft</source>
   <translation>政策为征求意见稿</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>期间</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>截止日</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Meals paid</source>
   <translation>补贴餐数</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Meals not payable</source>
   <translation>不可补贴餐数</translation>
  </message>
  <message>
   <source>Meals held</source>
   <translation>暂缓餐数</translation>
  </message>
  <message>
   <source>Versions of the policy</source>
   <translation>所用政策版本</translation>
  </message>
  <message>
   <source>Choices</source>
   <translation>选项</translation>
  </message>
  <message>
   <source>Yearly caps used</source>
   <translation>年度上限使用情况</translation>
  </message>
  <message>
   <source>Digest of the lines</source>
   <translation>明细摘要值</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>摘要值</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>申领</translation>
  </message>
  <message>
   <source>Meal</source>
   <translation>用餐</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>助餐点</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Values of the reason</source>
   <translation>原因数据</translation>
  </message>
  <message>
   <source>Facts used</source>
   <translation>所依据的档案事实</translation>
  </message>
  <message>
   <source>checked</source>
   <translation>已核对</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>已签章</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>已报送</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>已通过</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>已退回</translation>
  </message>
  <message>
   <source>partly returned</source>
   <translation>部分退回</translation>
  </message>
  <message>
   <source>money received</source>
   <translation>已拨付</translation>
  </message>
  <message>
   <source>of this period</source>
   <translation>本期</translation>
  </message>
  <message>
   <source>recorded late</source>
   <translation>补录</translation>
  </message>
  <message>
   <source>adjustment</source>
   <translation>调整</translation>
  </message>
  <message>
   <source>Adjustments</source>
   <translation>调整笔数</translation>
  </message>
  <message>
   <source>Sum of the adjustments</source>
   <translation>调整合计</translation>
  </message>
  <message>
   <source>Corrections of earlier claims stand in another draft</source>
   <translation>以前各期的更正列入另一份草稿</translation>
  </message>
  <message>
   <source>Provisional</source>
   <translation>暂定</translation>
  </message>
  <message>
   <source>Digest of the facts</source>
   <translation>事实摘要值</translation>
  </message>
  <message>
   <source>Signed at</source>
   <translation>签章时间</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Claimed for</source>
   <translation>申领事项</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Corrects the line</source>
   <translation>更正的明细</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>步骤</translation>
  </message>
  <message>
   <source>Day on the paper</source>
   <translation>文书日期</translation>
  </message>
  <message>
   <source>Money received</source>
   <translation>到账金额</translation>
  </message>
  <message>
   <source>Lines returned</source>
   <translation>退回的明细</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Open until</source>
   <translation>开账至</translation>
  </message>
  <message>
   <source>What it said</source>
   <translation>签章时的内容</translation>
  </message>
 </context>
 <context>
  <name>ClaimDifference</name>
  <message>
   <source>new</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>gone</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>变更</translation>
  </message>
 </context>
 <context>
  <name>CostItem</name>
  <message>
   <source>building</source>
   <translation>房屋建设</translation>
  </message>
  <message>
   <source>renovation and conversion</source>
   <translation>装修改造</translation>
  </message>
  <message>
   <source>equipment</source>
   <translation>设施设备</translation>
  </message>
  <message>
   <source>rent</source>
   <translation>房租</translation>
  </message>
  <message>
   <source>staff</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>water, power, heating</source>
   <translation>水电暖</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>费用类别</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Paid on</source>
   <translation>付款日</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>发票号码</translation>
  </message>
  <message>
   <source>Paid to</source>
   <translation>收款方</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Device</name>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>DeviceLoan</name>
  <message>
   <source>free of charge</source>
   <translation>免费</translation>
  </message>
  <message>
   <source>low rent</source>
   <translation>低偿</translation>
  </message>
  <message>
   <source>full rent</source>
   <translation>全价</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>辅具</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Lent on</source>
   <translation>借出日期</translation>
  </message>
  <message>
   <source>Came back on</source>
   <translation>归还日期</translation>
  </message>
  <message>
   <source>Due back by</source>
   <translation>应还日期</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>押金</translation>
  </message>
  <message>
   <source>Rent a month</source>
   <translation>月租</translation>
  </message>
  <message>
   <source>Pays</source>
   <translation>收费</translation>
  </message>
  <message>
   <source>Deposit given back</source>
   <translation>退还押金</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Elder</name>
  <message>
   <source>not known</source>
   <translation>不详</translation>
  </message>
  <message>
   <source>male</source>
   <translation>男</translation>
  </message>
  <message>
   <source>female</source>
   <translation>女</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>性别</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation>出生日期</translation>
  </message>
  <message>
   <source>Date of death</source>
   <translation>去世日期</translation>
  </message>
  <message>
   <source>Resident number</source>
   <translation>身份证号</translation>
  </message>
  <message>
   <source>No number yet, because</source>
   <translation>暂无证件号，原因</translation>
  </message>
  <message>
   <source>Ethnic group</source>
   <translation>民族</translation>
  </message>
  <message>
   <source>Phones</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Present address</source>
   <translation>现住址</translation>
  </message>
  <message>
   <source>Division</source>
   <translation>行政区划</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>联系人</translation>
  </message>
  <message>
   <source>Card number</source>
   <translation>卡号</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Moment of death</source>
   <translation>去世时刻</translation>
  </message>
  <message>
   <source>Date of birth differs from the number</source>
   <translation>出生日期与号码不一致</translation>
  </message>
  <message>
   <source>Paper that proves the date of birth</source>
   <translation>出生日期证明文件</translation>
  </message>
 </context>
 <context>
  <name>ElderPhoto</name>
  <message>
   <source>Photo</source>
   <translation>照片</translation>
  </message>
 </context>
 <context>
  <name>EnvelopeSealer</name>
  <message>
   <source>The key of this person was destroyed: what was sealed with it cannot be read any more.</source>
   <translation>此人的密钥已销毁，用它封存的内容无法再读取。</translation>
  </message>
  <message>
   <source>The books are locked. Please sign in again.</source>
   <translation>已锁定，请重新登录。</translation>
  </message>
 </context>
 <context>
  <name>Evaluation</name>
  <message>
   <source>yearly evaluation</source>
   <translation>年度考评</translation>
  </message>
  <message>
   <source>service quality</source>
   <translation>服务质量评估</translation>
  </message>
  <message>
   <source>A rating</source>
   <translation>A级评定</translation>
  </message>
  <message>
   <source>star rating</source>
   <translation>星级评定</translation>
  </message>
  <message>
   <source>excellent</source>
   <translation>优</translation>
  </message>
  <message>
   <source>good</source>
   <translation>良</translation>
  </message>
  <message>
   <source>passed</source>
   <translation>合格</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>不合格</translation>
  </message>
  <message>
   <source>A</source>
   <translation>A级</translation>
  </message>
  <message>
   <source>AA</source>
   <translation>AA级</translation>
  </message>
  <message>
   <source>AAA</source>
   <translation>AAA级</translation>
  </message>
  <message>
   <source>one star</source>
   <translation>一星</translation>
  </message>
  <message>
   <source>two stars</source>
   <translation>二星</translation>
  </message>
  <message>
   <source>three stars</source>
   <translation>三星</translation>
  </message>
  <message>
   <source>four stars</source>
   <translation>四星</translation>
  </message>
  <message>
   <source>five stars</source>
   <translation>五星</translation>
  </message>
  <message>
   <source>a third party</source>
   <translation>第三方</translation>
  </message>
  <message>
   <source>the authority</source>
   <translation>主管部门</translation>
  </message>
  <message>
   <source>the centre itself</source>
   <translation>本中心自评</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>助餐点</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年度</translation>
  </message>
  <message>
   <source>Evaluated on</source>
   <translation>评定日</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>评定类别</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>等级</translation>
  </message>
  <message>
   <source>Evaluated by</source>
   <translation>评定方</translation>
  </message>
  <message>
   <source>Name of the evaluator</source>
   <translation>评定机构名称</translation>
  </message>
  <message>
   <source>Holds until</source>
   <translation>有效期至</translation>
  </message>
  <message>
   <source>Award set by the authority</source>
   <translation>核定奖励额</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Facility</name>
  <message>
   <source>home and community service centre</source>
   <translation>居家社区综合服务中心</translation>
  </message>
  <message>
   <source>day-care centre</source>
   <translation>老年人日间照料中心</translation>
  </message>
  <message>
   <source>care service station</source>
   <translation>养老服务站</translation>
  </message>
  <message>
   <source>embedded micro-institution</source>
   <translation>嵌入式微型养老服务机构</translation>
  </message>
  <message>
   <source>urban community care centre</source>
   <translation>城市社区养老服务中心</translation>
  </message>
  <message>
   <source>model centre</source>
   <translation>示范型中心</translation>
  </message>
  <message>
   <source>care institution</source>
   <translation>养老机构</translation>
  </message>
  <message>
   <source>meal point</source>
   <translation>助餐点</translation>
  </message>
  <message>
   <source>12349 service platform</source>
   <translation>12349服务平台</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>urban</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>rural or pastoral</source>
   <translation>农村牧区</translation>
  </message>
  <message>
   <source>district of the city</source>
   <translation>市辖区</translation>
  </message>
  <message>
   <source>county or county city</source>
   <translation>非市辖区（县、县级市）</translation>
  </message>
  <message>
   <source>enterprise (market supervision)</source>
   <translation>企业（市场监管登记）</translation>
  </message>
  <message>
   <source>organisation (civil affairs)</source>
   <translation>社会组织（民政登记）</translation>
  </message>
  <message>
   <source>public body</source>
   <translation>事业单位</translation>
  </message>
  <message>
   <source>not registered</source>
   <translation>未登记</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Urban or rural</source>
   <translation>城乡</translation>
  </message>
  <message>
   <source>Division</source>
   <translation>行政区划</translation>
  </message>
  <message>
   <source>Rank of the place</source>
   <translation>区县类别</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Open since</source>
   <translation>启用日</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>停用日</translation>
  </message>
  <message>
   <source>Operated by</source>
   <translation>运营单位</translation>
  </message>
  <message>
   <source>Registration of the operator</source>
   <translation>运营单位登记</translation>
  </message>
 </context>
 <context>
  <name>Fact</name>
  <message>
   <source>destitute</source>
   <translation>特困</translation>
  </message>
  <message>
   <source>subsistence</source>
   <translation>低保</translation>
  </message>
  <message>
   <source>near-subsistence</source>
   <translation>低保边缘</translation>
  </message>
  <message>
   <source>low income</source>
   <translation>低收入</translation>
  </message>
  <message>
   <source>registered poor</source>
   <translation>建档立卡</translation>
  </message>
  <message>
   <source>bereaved of the only child</source>
   <translation>失独</translation>
  </message>
  <message>
   <source>family-planning special</source>
   <translation>计生特殊家庭</translation>
  </message>
  <message>
   <source>lives alone</source>
   <translation>独居</translation>
  </message>
  <message>
   <source>empty nest</source>
   <translation>空巢</translation>
  </message>
  <message>
   <source>left behind</source>
   <translation>留守</translation>
  </message>
  <message>
   <source>with spouse</source>
   <translation>与配偶同住</translation>
  </message>
  <message>
   <source>with children</source>
   <translation>与子女同住</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>dementia diagnosed</source>
   <translation>已确诊失智</translation>
  </message>
  <message>
   <source>employees' insurance</source>
   <translation>职工医保</translation>
  </message>
  <message>
   <source>residents' insurance</source>
   <translation>居民医保</translation>
  </message>
  <message>
   <source>commercial insurance</source>
   <translation>商业保险</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>ability intact</source>
   <translation>能力完好</translation>
  </message>
  <message>
   <source>mild disability</source>
   <translation>轻度失能</translation>
  </message>
  <message>
   <source>moderate disability</source>
   <translation>中度失能</translation>
  </message>
  <message>
   <source>severe disability</source>
   <translation>重度失能</translation>
  </message>
  <message>
   <source>complete disability</source>
   <translation>完全失能</translation>
  </message>
  <message>
   <source>self-caring (declared)</source>
   <translation>自理（申报）</translation>
  </message>
  <message>
   <source>semi-disabled (declared)</source>
   <translation>半失能（申报）</translation>
  </message>
  <message>
   <source>disabled (declared)</source>
   <translation>失能（申报）</translation>
  </message>
  <message>
   <source>Registered in</source>
   <translation>户籍地</translation>
  </message>
  <message>
   <source>Economic category</source>
   <translation>经济状况</translation>
  </message>
  <message>
   <source>Family situation</source>
   <translation>家庭情况</translation>
  </message>
  <message>
   <source>Living arrangement</source>
   <translation>居住情况</translation>
  </message>
  <message>
   <source>Disability</source>
   <translation>残疾</translation>
  </message>
  <message>
   <source>Dementia</source>
   <translation>失智</translation>
  </message>
  <message>
   <source>Medical insurance</source>
   <translation>医疗保险</translation>
  </message>
  <message>
   <source>Family doctor</source>
   <translation>家庭医生签约</translation>
  </message>
  <message>
   <source>Declared ability level</source>
   <translation>申报能力等级</translation>
  </message>
  <message>
   <source>Declared care class</source>
   <translation>申报自理情况</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>截止日</translation>
  </message>
  <message>
   <source>Learned on</source>
   <translation>得知日期</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Could not be told</source>
   <translation>未能辨认</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>证明材料</translation>
  </message>
  <message>
   <source>not told</source>
   <translation>未能判定</translation>
  </message>
  <message>
   <source>contracted</source>
   <translation>已签约</translation>
  </message>
  <message>
   <source>As written</source>
   <translation>原文</translation>
  </message>
 </context>
 <context>
  <name>GridReason</name>
  <message>
   <source>'%1' is not known here; %2 marks were not taken over. Add the person first, then import the table again.</source>
   <translation>本中心没有“%1”，其 %2 个标记未导入。请先登记此人，再导入一次本表。</translation>
  </message>
  <message>
   <source>Several people are called '%1'. Write the resident number or its last four digits beside the name.</source>
   <translation>有多人叫“%1”。请在姓名旁写上身份证号码或后四位。</translation>
  </message>
  <message>
   <source>The resident number beside '%1' is that of %2. Find out who is meant.</source>
   <translation>“%1”旁的身份证号码是%2的。请核实是哪一位。</translation>
  </message>
  <message>
   <source>The resident number beside '%1' was kept as a number and has lost its last digits; the name alone was used.</source>
   <translation>“%1”旁的身份证号码存成了数字，末几位已丢失；仅按姓名认定。</translation>
  </message>
  <message>
   <source>%1: marked twice; one meal is taken over.</source>
   <translation>%1：重复标记，只导入一餐。</translation>
  </message>
  <message>
   <source>%1: '%2' is no mark that is known; no meal is taken over.</source>
   <translation>%1：看不懂标记“%2”，未导入。</translation>
  </message>
  <message>
   <source>%1: marked after the death on %2; no meal is taken over.</source>
   <translation>%1：标记在 %2 去世之后，未导入。</translation>
  </message>
  <message>
   <source>%1: marked ahead of time; no meal is taken over.</source>
   <translation>%1：日期还没有到，未导入。</translation>
  </message>
  <message>
   <source>%1 of the marks are recorded already and stay as they are.</source>
   <translation>其中 %1 个标记此前已登记，保持不变。</translation>
  </message>
  <message>
   <source>%1: a meal of that day is recorded already; this one is taken over and not paid.</source>
   <translation>%1：当天已登记过一餐，这一餐照记，不予补贴。</translation>
  </message>
  <message>
   <source>The total says %1, but there are %2 marks. Compare the row with the slips.</source>
   <translation>合计写的是 %1，实际有 %2 个标记。请与签收单核对这一行。</translation>
  </message>
  <message>
   <source>%1: the total says %2, but there are %3 marks.</source>
   <translation>%1：合计写的是 %2，实际有 %3 个标记。</translation>
  </message>
  <message>
   <source>The grand total says %1, but there are %2 marks.</source>
   <translation>总计写的是 %1，实际有 %2 个标记。</translation>
  </message>
 </context>
 <context>
  <name>HomeCareBed</name>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Served by</source>
   <translation>服务设施</translation>
  </message>
  <message>
   <source>Bed</source>
   <translation>床位编号</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>建床日</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>撤床日</translation>
  </message>
  <message>
   <source>Home accepted on</source>
   <translation>改造验收日</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Incident</name>
  <message>
   <source>choking</source>
   <translation>噎食</translation>
  </message>
  <message>
   <source>food or medicine taken by mistake</source>
   <translation>食品药品误食</translation>
  </message>
  <message>
   <source>pressure sore</source>
   <translation>压疮</translation>
  </message>
  <message>
   <source>scald</source>
   <translation>烫伤</translation>
  </message>
  <message>
   <source>fall out of bed</source>
   <translation>坠床</translation>
  </message>
  <message>
   <source>fall</source>
   <translation>跌倒</translation>
  </message>
  <message>
   <source>harm to herself or by others</source>
   <translation>他伤和自伤</translation>
  </message>
  <message>
   <source>wandering off</source>
   <translation>走失</translation>
  </message>
  <message>
   <source>accident at an activity</source>
   <translation>文娱活动意外</translation>
  </message>
  <message>
   <source>at home</source>
   <translation>家中</translation>
  </message>
  <message>
   <source>at the centre</source>
   <translation>中心</translation>
  </message>
  <message>
   <source>outdoors</source>
   <translation>室外</translation>
  </message>
  <message>
   <source>elsewhere</source>
   <translation>其他地点</translation>
  </message>
  <message>
   <source>not hurt</source>
   <translation>未受伤</translation>
  </message>
  <message>
   <source>slightly hurt</source>
   <translation>轻伤</translation>
  </message>
  <message>
   <source>badly hurt</source>
   <translation>重伤</translation>
  </message>
  <message>
   <source>died of it</source>
   <translation>死亡</translation>
  </message>
  <message>
   <source>by the elder's own hand</source>
   <translation>自伤</translation>
  </message>
  <message>
   <source>by another person</source>
   <translation>他伤</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>When</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Injury</source>
   <translation>伤情</translation>
  </message>
  <message>
   <source>Harmed by</source>
   <translation>伤害由谁造成</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Emergency call at</source>
   <translation>呼叫时间</translation>
  </message>
  <message>
   <source>Answered at</source>
   <translation>应答时间</translation>
  </message>
  <message>
   <source>Help arrived at</source>
   <translation>到达时间</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>经过</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>处置</translation>
  </message>
  <message>
   <source>Who was told, and when</source>
   <translation>何时告知何人</translation>
  </message>
  <message>
   <source>What follows from it</source>
   <translation>后续</translation>
  </message>
 </context>
 <context>
  <name>Meal</name>
  <message>
   <source>Breakfast</source>
   <translation>早餐</translation>
  </message>
  <message>
   <source>Lunch</source>
   <translation>午餐</translation>
  </message>
  <message>
   <source>Dinner</source>
   <translation>晚餐</translation>
  </message>
  <message>
   <source>Eaten here</source>
   <translation>堂食</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>送餐</translation>
  </message>
  <message>
   <source>Fetched by another</source>
   <translation>代取</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>助餐点</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Sitting</source>
   <translation>餐次</translation>
  </message>
  <message>
   <source>Served at</source>
   <translation>登记时间</translation>
  </message>
  <message>
   <source>How served</source>
   <translation>用餐方式</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Fetched by</source>
   <translation>代取人</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Signed by herself</source>
   <translation>本人签收</translation>
  </message>
  <message>
   <source>Signed by another</source>
   <translation>他人代签</translation>
  </message>
  <message>
   <source>Signed by another, relation missing</source>
   <translation>他人代签，未写关系</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>签收</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>与本人关系</translation>
  </message>
  <message>
   <source>Why it was entered late</source>
   <translation>补录理由</translation>
  </message>
  <message>
   <source>Confirmed by</source>
   <translation>确认人</translation>
  </message>
 </context>
 <context>
  <name>Measurement</name>
  <message>
   <source>blood pressure</source>
   <translation>血压</translation>
  </message>
  <message>
   <source>blood glucose</source>
   <translation>血糖</translation>
  </message>
  <message>
   <source>weight</source>
   <translation>体重</translation>
  </message>
  <message>
   <source>temperature</source>
   <translation>体温</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>When</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>Measured by</source>
   <translation>测量人</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Package</name>
  <message>
   <source>Quarter</source>
   <translation>季度</translation>
  </message>
  <message>
   <source>Sequence</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Supersedes</source>
   <translation>替代</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>SHA-256</source>
   <translation>SHA-256</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Lineage</source>
   <translation>沿革</translation>
  </message>
  <message>
   <source>Audit entry</source>
   <translation>审计条目</translation>
  </message>
  <message>
   <source>Audit digest</source>
   <translation>审计摘要</translation>
  </message>
  <message>
   <source>Package before this one</source>
   <translation>上一个数据包</translation>
  </message>
  <message>
   <source>Written at</source>
   <translation>写出时间</translation>
  </message>
  <message>
   <source>Receipt came back at</source>
   <translation>回执时间</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>记录数</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>口令</translation>
  </message>
 </context>
 <context>
  <name>PackageColumn</name>
  <message>
   <source>Number</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Revision</source>
   <translation>版次</translation>
  </message>
  <message>
   <source>Recorded at</source>
   <translation>记录时间</translation>
  </message>
  <message>
   <source>Recorded by</source>
   <translation>记录人</translation>
  </message>
  <message>
   <source>Made void at</source>
   <translation>作废时间</translation>
  </message>
  <message>
   <source>Reason for making void</source>
   <translation>作废原因</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Digest of the entry</source>
   <translation>条目摘要</translation>
  </message>
  <message>
   <source>Digest of the chain</source>
   <translation>链摘要</translation>
  </message>
 </context>
 <context>
  <name>PackageCover</name>
  <message>
   <source>Files of elders</source>
   <translation>老年人档案</translation>
  </message>
  <message>
   <source>Dated facts</source>
   <translation>情况记录</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>用餐记录</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>申领</translation>
  </message>
  <message>
   <source>Claim lines</source>
   <translation>申领明细</translation>
  </message>
  <message>
   <source>Entries of the audit log</source>
   <translation>操作记录条目</translation>
  </message>
  <message>
   <source>Ability assessments</source>
   <translation>能力评估</translation>
  </message>
  <message>
   <source>Second keyings of assessments</source>
   <translation>评估复核录入</translation>
  </message>
  <message>
   <source>Absences</source>
   <translation>请假记录</translation>
  </message>
  <message>
   <source>Bed stays</source>
   <translation>床位入住</translation>
  </message>
  <message>
   <source>Beds at home</source>
   <translation>家庭养老床位</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>服务记录</translation>
  </message>
  <message>
   <source>Facilities</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>建设项目</translation>
  </message>
  <message>
   <source>Steps of claims</source>
   <translation>申领单流转</translation>
  </message>
  <message>
   <source>Facts of signed claims</source>
   <translation>签章时的事实</translation>
  </message>
  <message>
   <source>Closed months opened again</source>
   <translation>开账记录</translation>
  </message>
  <message>
   <source>Days of attendance</source>
   <translation>日托出勤</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>意外</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>测量</translation>
  </message>
  <message>
   <source>Loans of devices</source>
   <translation>辅具借出</translation>
  </message>
  <message>
   <source>Bookings</source>
   <translation>服务预约</translation>
  </message>
  <message>
   <source>Service agreements</source>
   <translation>服务协议</translation>
  </message>
  <message>
   <source>Service plans</source>
   <translation>服务计划</translation>
  </message>
  <message>
   <source>Records of signed claims</source>
   <translation>已签章申领的原始记录</translation>
  </message>
 </context>
 <context>
  <name>PackageTable</name>
  <message>
   <source>Sites</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Elders</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>人员情况</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>用餐</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>申领</translation>
  </message>
  <message>
   <source>Claim lines</source>
   <translation>申领明细</translation>
  </message>
  <message>
   <source>Audit chain</source>
   <translation>审计链</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>能力评估</translation>
  </message>
  <message>
   <source>Second keyings of assessments</source>
   <translation>评估复核录入</translation>
  </message>
  <message>
   <source>Facilities</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Premises</source>
   <translation>用房</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>建设项目</translation>
  </message>
  <message>
   <source>Costs</source>
   <translation>费用明细</translation>
  </message>
  <message>
   <source>Acceptances</source>
   <translation>验收记录</translation>
  </message>
  <message>
   <source>Evaluations</source>
   <translation>评估与等级</translation>
  </message>
  <message>
   <source>Budgets</source>
   <translation>资金台账</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>工作人员</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>服务记录</translation>
  </message>
  <message>
   <source>Absences</source>
   <translation>请假记录</translation>
  </message>
  <message>
   <source>Bed stays</source>
   <translation>床位入住</translation>
  </message>
  <message>
   <source>Beds at home</source>
   <translation>家庭养老床位</translation>
  </message>
  <message>
   <source>Steps of claims</source>
   <translation>申领单流转</translation>
  </message>
  <message>
   <source>Facts of signed claims</source>
   <translation>签章时的事实</translation>
  </message>
  <message>
   <source>Closed months opened again</source>
   <translation>开账记录</translation>
  </message>
  <message>
   <source>Attendance</source>
   <translation>日托出勤</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>How often elders are visited</source>
   <translation>探访频次</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>意外事件</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>健康测量</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>辅具</translation>
  </message>
  <message>
   <source>Loans of devices</source>
   <translation>辅具借出</translation>
  </message>
  <message>
   <source>Prices of services</source>
   <translation>服务价格</translation>
  </message>
  <message>
   <source>Service agreements</source>
   <translation>服务协议</translation>
  </message>
  <message>
   <source>Service plans</source>
   <translation>服务计划</translation>
  </message>
  <message>
   <source>Bookings</source>
   <translation>服务预约</translation>
  </message>
  <message>
   <source>Slips of services</source>
   <translation>服务单打印记录</translation>
  </message>
  <message>
   <source>Records of signed claims</source>
   <translation>已签章申领的原始记录</translation>
  </message>
 </context>
 <context>
  <name>PolicyFile</name>
  <message>
   <source>Policy</source>
   <translation>政策</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>摘要值</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
 </context>
 <context>
  <name>PolicySetting</name>
  <message>
   <source>on the birthday</source>
   <translation>生日当天起</translation>
  </message>
  <message>
   <source>the day after the birthday</source>
   <translation>生日次日起</translation>
  </message>
  <message>
   <source>1 March</source>
   <translation>3月1日</translation>
  </message>
  <message>
   <source>28 February</source>
   <translation>2月28日</translation>
  </message>
  <message>
   <source>calendar year</source>
   <translation>自然年度</translation>
  </message>
  <message>
   <source>from April on</source>
   <translation>4月起算</translation>
  </message>
  <message>
   <source>from July on</source>
   <translation>7月起算</translation>
  </message>
  <message>
   <source>from October on</source>
   <translation>10月起算</translation>
  </message>
  <message>
   <source>not paid</source>
   <translation>不予支付</translation>
  </message>
  <message>
   <source>the rest is paid</source>
   <translation>按余额支付</translation>
  </message>
  <message>
   <source>by the day, rounded down to the fen</source>
   <translation>按天计算，舍去分以下尾数</translation>
  </message>
  <message>
   <source>a whole month from 15 days on</source>
   <translation>满15天按整月</translation>
  </message>
  <message>
   <source>whole months only</source>
   <translation>只计整月</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>不计</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>计入</translation>
  </message>
  <message>
   <source>as on the first day</source>
   <translation>按首日等级</translation>
  </message>
  <message>
   <source>with the last part</source>
   <translation>计入最后一期</translation>
  </message>
  <message>
   <source>not chosen yet</source>
   <translation>尚未选定</translation>
  </message>
  <message>
   <source>%1 yuan</source>
   <translation>%1 元</translation>
  </message>
  <message>
   <source>attendance is not asked for</source>
   <translation>不要求出勤记录</translation>
  </message>
  <message>
   <source>only days of attendance count</source>
   <translation>只计有出勤记录的天数</translation>
  </message>
 </context>
 <context>
  <name>Premises</name>
  <message>
   <source>elderly care</source>
   <translation>养老服务</translation>
  </message>
  <message>
   <source>something else</source>
   <translation>其他用途</translation>
  </message>
  <message>
   <source>owned</source>
   <translation>自有</translation>
  </message>
  <message>
   <source>rented</source>
   <translation>租赁</translation>
  </message>
  <message>
   <source>provided free of rent</source>
   <translation>无偿提供</translation>
  </message>
  <message>
   <source>old town</source>
   <translation>老城区</translation>
  </message>
  <message>
   <source>estate built before</source>
   <translation>已建成小区</translation>
  </message>
  <message>
   <source>new estate</source>
   <translation>新建小区</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Floor area</source>
   <translation>面积</translation>
  </message>
  <message>
   <source>Beds</source>
   <translation>床位数</translation>
  </message>
  <message>
   <source>Used for</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Held by</source>
   <translation>取得方式</translation>
  </message>
  <message>
   <source>Kind of neighbourhood</source>
   <translation>小区类型</translation>
  </message>
  <message>
   <source>Change of use agreed on</source>
   <translation>民政同意变更用途日</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>截止日</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>已停止，未作任何改动。</translation>
  </message>
 </context>
 <context>
  <name>Project</name>
  <message>
   <source>new building</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>conversion</source>
   <translation>改造</translation>
  </message>
  <message>
   <source>purchase</source>
   <translation>购置</translation>
  </message>
  <message>
   <source>lease</source>
   <translation>租赁</translation>
  </message>
  <message>
   <source>equipment only</source>
   <translation>仅购置设备</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>项目名称</translation>
  </message>
  <message>
   <source>Facility</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Begun on</source>
   <translation>开工日</translation>
  </message>
  <message>
   <source>Completed on</source>
   <translation>完工日</translation>
  </message>
  <message>
   <source>Floor area by plan</source>
   <translation>计划面积</translation>
  </message>
  <message>
   <source>Households of the estate</source>
   <translation>小区户数</translation>
  </message>
  <message>
   <source>Investment budget</source>
   <translation>投资预算</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>批准日</translation>
  </message>
  <message>
   <source>Subsidy approved</source>
   <translation>批准补贴额</translation>
  </message>
  <message>
   <source>Approval document</source>
   <translation>批准文号</translation>
  </message>
  <message>
   <source>Papers at hand</source>
   <translation>已备材料</translation>
  </message>
  <message>
   <source>Use bound until</source>
   <translation>用途限定至</translation>
  </message>
  <message>
   <source>Use changed on</source>
   <translation>变更用途日</translation>
  </message>
 </context>
 <context>
  <name>Receipt</name>
  <message>
   <source>Package</source>
   <translation>数据包</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>District</source>
   <translation>区民政局</translation>
  </message>
  <message>
   <source>Signed with</source>
   <translation>验签公钥</translation>
  </message>
  <message>
   <source>Written at</source>
   <translation>出具时间</translation>
  </message>
  <message>
   <source>Imported at</source>
   <translation>导入时间</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>已接收</translation>
  </message>
  <message>
   <source>Superseded</source>
   <translation>已被取代</translation>
  </message>
  <message>
   <source>In conflict</source>
   <translation>有冲突</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>被拒绝</translation>
  </message>
  <message>
   <source>Decisions</source>
   <translation>决定数</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>数据表</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Revision</source>
   <translation>版次</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已处理</translation>
  </message>
  <message>
   <source>What the district says</source>
   <translation>区民政局的说明</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>处理情况</translation>
  </message>
  <message>
   <source>Decided at</source>
   <translation>决定时间</translation>
  </message>
 </context>
 <context>
  <name>ResidentNumber</name>
  <message>
   <source>full-width digits made plain</source>
   <translation>全角数字已改为半角</translation>
  </message>
  <message>
   <source>blanks taken out of the number</source>
   <translation>已去掉号码中的空格</translation>
  </message>
  <message>
   <source>x at the end of the number made X</source>
   <translation>号码末位的 x 已改为 X</translation>
  </message>
  <message>
   <source>15-digit number widened to 18</source>
   <translation>15 位号码已升为 18 位</translation>
  </message>
 </context>
 <context>
  <name>RosterColumn</name>
  <message>
   <source>(not taken over)</source>
   <translation>（不导入）</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>性别</translation>
  </message>
  <message>
   <source>Resident number</source>
   <translation>身份证号码</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation>出生日期</translation>
  </message>
  <message>
   <source>Ethnic group</source>
   <translation>民族</translation>
  </message>
  <message>
   <source>Registered in</source>
   <translation>户籍地</translation>
  </message>
  <message>
   <source>Present address</source>
   <translation>现住址</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>联系电话</translation>
  </message>
  <message>
   <source>Category of hardship</source>
   <translation>困难类型</translation>
  </message>
  <message>
   <source>Living arrangement</source>
   <translation>居住状况</translation>
  </message>
  <message>
   <source>Ability</source>
   <translation>能力等级</translation>
  </message>
  <message>
   <source>Disability</source>
   <translation>残疾情况</translation>
  </message>
  <message>
   <source>Dementia</source>
   <translation>失智</translation>
  </message>
  <message>
   <source>Medical insurance</source>
   <translation>医疗保险</translation>
  </message>
  <message>
   <source>Family doctor</source>
   <translation>家庭医生</translation>
  </message>
  <message>
   <source>Contact: name</source>
   <translation>紧急联系人</translation>
  </message>
  <message>
   <source>Contact: relation</source>
   <translation>与联系人关系</translation>
  </message>
  <message>
   <source>Contact: phone</source>
   <translation>联系人电话</translation>
  </message>
  <message>
   <source>Card number</source>
   <translation>卡号</translation>
  </message>
  <message>
   <source>Date of death</source>
   <translation>死亡日期</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>RosterReason</name>
  <message>
   <source>Full-width digits made plain.</source>
   <translation>全角数字已改为半角。</translation>
  </message>
  <message>
   <source>Blanks taken out of the resident number.</source>
   <translation>已去掉身份证号码中的空格。</translation>
  </message>
  <message>
   <source>The last x of the number made X.</source>
   <translation>号码末位的 x 已改为 X。</translation>
  </message>
  <message>
   <source>15-digit resident number widened to 18 digits.</source>
   <translation>15 位身份证号码已升为 18 位。</translation>
  </message>
  <message>
   <source>Number of a residence permit.</source>
   <translation>港澳台居民居住证或外国人永久居留身份证号码。</translation>
  </message>
  <message>
   <source>Blanks and dots of the name put right.</source>
   <translation>姓名中的空格和间隔号已规范。</translation>
  </message>
  <message>
   <source>Several phones in one cell were taken apart.</source>
   <translation>一格中的多个电话已分开。</translation>
  </message>
  <message>
   <source>The sex is taken from the resident number.</source>
   <translation>性别取自身份证号码。</translation>
  </message>
  <message>
   <source>The roster says %1, the resident number %2; the number's is taken. Check it.</source>
   <translation>花名册写的是%1，身份证号码为%2，按身份证登记。请核实。</translation>
  </message>
  <message>
   <source>'%1' is no sex. Write 男 or 女.</source>
   <translation>性别“%1”无法识别。请写“男”或“女”。</translation>
  </message>
  <message>
   <source>The roster says born %1, the resident number %2; the number's is taken. Check it.</source>
   <translation>花名册的出生日期是 %1，身份证为 %2，按身份证登记。请核实。</translation>
  </message>
  <message>
   <source>There is no such day as %1; the date of birth in the number counts.</source>
   <translation>没有 %1 这一天，按身份证的出生日期登记。</translation>
  </message>
  <message>
   <source>'%1' is no date of birth that can be read. Write it as 1937-06-26.</source>
   <translation>看不懂出生日期“%1”。请写成 1937-06-26 的样子。</translation>
  </message>
  <message>
   <source>Only the month of birth is known (%1); its first day is entered until the papers are here.</source>
   <translation>只知道出生年月（%1），暂记为当月 1 日，拿到证件后请更正。</translation>
  </message>
  <message>
   <source>Only the year of birth is known (%1); the date of birth stays open.</source>
   <translation>只知道出生年份（%1），出生日期暂空。</translation>
  </message>
  <message>
   <source>Younger than 60 (born %1).</source>
   <translation>未满 60 岁（%1 出生）。</translation>
  </message>
  <message>
   <source>No resident number yet. Add it when the card is here.</source>
   <translation>暂无身份证号码。拿到证件后请补登。</translation>
  </message>
  <message>
   <source>The number ends in 000, as numbers do that a spreadsheet has cut. Compare it with the card.</source>
   <translation>号码末尾是 000，可能被电子表格截断过。请与身份证核对。</translation>
  </message>
  <message>
   <source>The resident number begins with a former division (%1).</source>
   <translation>身份证号码开头是已撤销的区划（%1）。</translation>
  </message>
  <message>
   <source>The resident number begins with %1, which is no division known here.</source>
   <translation>身份证号码开头的 %1 不是已知的行政区划。</translation>
  </message>
  <message>
   <source>It cannot be told which place '%1' is; it is kept as written and opens no subsidy that asks for it.</source>
   <translation>看不出“%1”是哪个行政区划，已照原样保留；凡要求户籍的补贴不予认定。</translation>
  </message>
  <message>
   <source>'%2' in column '%1' is not known; it is kept in the remarks.</source>
   <translation>“%1”一列中的“%2”无法识别，已记入备注。</translation>
  </message>
  <message>
   <source>Several economic categories; '%1' is taken, '%2' is kept in the remarks.</source>
   <translation>有多个经济困难类型：取“%1”，“%2”记入备注。</translation>
  </message>
  <message>
   <source>'%1' does not look like a phone number; it is kept as written.</source>
   <translation>“%1”不像电话号码，已照原样保留。</translation>
  </message>
  <message>
   <source>The remark says deceased: '%1'. Enter the date of death in the file.</source>
   <translation>备注称已故：“%1”。请在档案中登记死亡日期。</translation>
  </message>
  <message>
   <source>'%1' is no full date of death. Enter it in the file.</source>
   <translation>“%1”不是完整的死亡日期。请在档案中登记。</translation>
  </message>
  <message>
   <source>'%1' was longer than %2 characters and has been cut.</source>
   <translation>“%1”超过 %2 个字，已截短。</translation>
  </message>
  <message>
   <source>The same person as in row %1.</source>
   <translation>与第 %1 行是同一人。</translation>
  </message>
  <message>
   <source>Here already (%1).</source>
   <translation>已有档案（%1）。</translation>
  </message>
  <message>
   <source>%1: here '%2', in the roster '%3'.</source>
   <translation>%1：档案为“%2”，花名册为“%3”。</translation>
  </message>
  <message>
   <source>There is no name. Fill it in.</source>
   <translation>没有姓名。请补填。</translation>
  </message>
  <message>
   <source>The name cannot be right: %1</source>
   <translation>姓名有误：%1</translation>
  </message>
  <message>
   <source>The resident number was kept as a number and has lost its last digits. Make the cell a text cell and type it again from the card.</source>
   <translation>身份证号码存成了数字，末几位已丢失。请把单元格设为文本，照身份证重新输入。</translation>
  </message>
  <message>
   <source>The resident number has a slip: its check digit is wrong. Compare it with the card.</source>
   <translation>身份证号码有误：校验码不对。请与身份证核对。</translation>
  </message>
  <message>
   <source>The resident number has %1 characters instead of 18. Compare it with the card.</source>
   <translation>身份证号码是 %1 位，应为 18 位。请与身份证核对。</translation>
  </message>
  <message>
   <source>The resident number holds something other than digits. Compare it with the card.</source>
   <translation>身份证号码中有数字以外的字符。请与身份证核对。</translation>
  </message>
  <message>
   <source>The resident number holds no possible date of birth. Compare it with the card.</source>
   <translation>身份证号码中的出生日期不存在。请与身份证核对。</translation>
  </message>
  <message>
   <source>Row %1 (%2) has the same resident number under another name. Find out whose it is.</source>
   <translation>第 %1 行（%2）姓名不同，身份证号码却相同。请核实是谁的号码。</translation>
  </message>
  <message>
   <source>%1 (%2) is here with the same resident number. Find out whose it is.</source>
   <translation>档案中 %1（%2）的身份证号码与此相同。请核实是谁的号码。</translation>
  </message>
  <message>
   <source>Several people here have this name and date of birth. Add the resident number.</source>
   <translation>档案中有多人同名同生日。请补填身份证号码。</translation>
  </message>
 </context>
 <context>
  <name>ScaleChoice</name>
  <message>
   <source>the milder level is read first</source>
   <translation>先取较轻的等级</translation>
  </message>
  <message>
   <source>the graver level is read first</source>
   <translation>先取较重的等级</translation>
  </message>
  <message>
   <source>one level in all, however many clauses apply</source>
   <translation>无论几条成立，共提一级</translation>
  </message>
  <message>
   <source>one level for each clause</source>
   <translation>每条各提一级，累加</translation>
  </message>
 </context>
 <context>
  <name>Service</name>
  <message>
   <source>at home</source>
   <translation>上门</translation>
  </message>
  <message>
   <source>at the centre</source>
   <translation>在中心</translation>
  </message>
  <message>
   <source>elsewhere</source>
   <translation>其他地点</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>服务项目</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Began at</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>时长（分钟）</translation>
  </message>
  <message>
   <source>Done by</source>
   <translation>服务人员</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>Subsidy</source>
   <translation>补贴</translation>
  </message>
  <message>
   <source>Satisfaction, 1 to 5</source>
   <translation>满意度（1–5）</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>bought by the government</source>
   <translation>政府购买</translation>
  </message>
  <message>
   <source>the elder</source>
   <translation>老人自费</translation>
  </message>
  <message>
   <source>nobody: volunteers</source>
   <translation>志愿服务</translation>
  </message>
  <message>
   <source>a week</source>
   <translation>每周</translation>
  </message>
  <message>
   <source>a month</source>
   <translation>每月</translation>
  </message>
  <message>
   <source>From</source>
   <translation>起始日期</translation>
  </message>
  <message>
   <source>By which paper</source>
   <translation>依据文件</translation>
  </message>
  <message>
   <source>signature</source>
   <translation>本人签字</translation>
  </message>
  <message>
   <source>fingerprint</source>
   <translation>按指印</translation>
  </message>
  <message>
   <source>signed by another person</source>
   <translation>他人代签</translation>
  </message>
  <message>
   <source>Who pays</source>
   <translation>付费方式</translation>
  </message>
  <message>
   <source>Together with</source>
   <translation>同组服务</translation>
  </message>
  <message>
   <source>Signed how</source>
   <translation>签收方式</translation>
  </message>
  <message>
   <source>Signed at</source>
   <translation>签收时间</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>代签人</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>与老人关系</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>投诉</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>第几次打印</translation>
  </message>
 </context>
 <context>
  <name>Setting</name>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Text size in percent</source>
   <translation>文字大小（%）</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>对比度</translation>
  </message>
  <message>
   <source>Price of a meal in fen</source>
   <translation>每餐价格（分）</translation>
  </message>
  <message>
   <source>Policy for meals</source>
   <translation>助餐补贴政策</translation>
  </message>
  <message>
   <source>District office</source>
   <translation>区民政局名称</translation>
  </message>
  <message>
   <source>District key (age)</source>
   <translation>区民政局收件公钥（age1…）</translation>
  </message>
  <message>
   <source>District key (minisign)</source>
   <translation>区民政局验签公钥（RW…）</translation>
  </message>
  <message>
   <source>Paper of service slips</source>
   <translation>服务单纸张</translation>
  </message>
  <message>
   <source>a whole number from 100 to 175</source>
   <translation>100 到 175 的整数</translation>
  </message>
  <message>
   <source>a whole number of fen from 0 to 100000</source>
   <translation>0 到 100000 的整数（分）</translation>
  </message>
  <message>
   <source>the name of a policy, as baotou-2020-meals</source>
   <translation>政策编号，如 baotou-2020-meals</translation>
  </message>
  <message>
   <source>at most 200 letters</source>
   <translation>不超过 200 字</translation>
  </message>
  <message>
   <source>empty, or age1 and 58 letters and digits</source>
   <translation>留空，或 age1 加 58 位字母和数字</translation>
  </message>
  <message>
   <source>empty, or RW and 54 letters and digits</source>
   <translation>留空，或 RW 加 54 位字母和数字</translation>
  </message>
  <message>
   <source>Assessments that a second person keys again, in percent</source>
   <translation>由第二人复核录入的评估比例（%）</translation>
  </message>
  <message>
   <source>a whole number from 0 to 100</source>
   <translation>0 至 100 的整数</translation>
  </message>
  <message>
   <source>Days before an assessment ends to remind</source>
   <translation>评估到期前提醒天数</translation>
  </message>
  <message>
   <source>a whole number of days from 0 to 365</source>
   <translation>0 至 365 的整数（天）</translation>
  </message>
  <message>
   <source>Ask for religion in assessments</source>
   <translation>评估时填写宗教信仰</translation>
  </message>
  <message>
   <source>Minutes without a key or mouse until it locks</source>
   <translation>无操作多少分钟后自动锁定</translation>
  </message>
  <message>
   <source>a whole number of minutes from 0 (never) to 240</source>
   <translation>0（不自动锁定）到 240 之间的整数（分钟）</translation>
  </message>
  <message>
   <source>Weeks of day care after which one is no regular any more</source>
   <translation>几周未来日托即不再列入名单</translation>
  </message>
  <message>
   <source>a whole number of weeks from 1 to 52</source>
   <translation>1 到 52 的整周数</translation>
  </message>
  <message>
   <source>Policy for renting devices</source>
   <translation>辅具租赁所依政策</translation>
  </message>
  <message>
   <source>the name of a policy, as nm-aid</source>
   <translation>政策的名称，如 nm-aid</translation>
  </message>
  <message>
   <source>Days after which entering a meal wants a second person</source>
   <translation>补录超过几天须第二人确认</translation>
  </message>
 </context>
 <context>
  <name>Site</name>
  <message>
   <source>Code</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
 </context>
 <context>
  <name>Staff</name>
  <message>
   <source>care worker</source>
   <translation>护理员</translation>
  </message>
  <message>
   <source>nurse</source>
   <translation>护士</translation>
  </message>
  <message>
   <source>social worker</source>
   <translation>社工</translation>
  </message>
  <message>
   <source>assessor</source>
   <translation>评估员</translation>
  </message>
  <message>
   <source>cook</source>
   <translation>厨师</translation>
  </message>
  <message>
   <source>driver</source>
   <translation>司机</translation>
  </message>
  <message>
   <source>manager</source>
   <translation>管理人员</translation>
  </message>
  <message>
   <source>volunteer</source>
   <translation>志愿者</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>岗位</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>站点</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>持证</translation>
  </message>
  <message>
   <source>Trained on</source>
   <translation>岗前培训日</translation>
  </message>
  <message>
   <source>Works here since</source>
   <translation>入职日</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>离职日</translation>
  </message>
  <message>
   <source>Hours a week</source>
   <translation>每周工时</translation>
  </message>
 </context>
 <context>
  <name>User</name>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>岗位</translation>
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>paid</source>
   <translation>补贴</translation>
  </message>
  <message>
   <source>not payable</source>
   <translation>不可补贴</translation>
  </message>
  <message>
   <source>held</source>
   <translation>暂缓</translation>
  </message>
 </context>
 <context>
  <name>Visit</name>
  <message>
   <source>visit</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>survival check</source>
   <translation>生存认证</translation>
  </message>
  <message>
   <source>at the door</source>
   <translation>上门</translation>
  </message>
  <message>
   <source>by telephone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>by video</source>
   <translation>视频</translation>
  </message>
  <message>
   <source>otherwise</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>How</source>
   <translation>方式</translation>
  </message>
  <message>
   <source>Visitor</source>
   <translation>探访人</translation>
  </message>
  <message>
   <source>Met in person</source>
   <translation>见到本人</translation>
  </message>
  <message>
   <source>Next due</source>
   <translation>下次应访</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>状况</translation>
  </message>
  <message>
   <source>Risks</source>
   <translation>风险</translation>
  </message>
  <message>
   <source>Passed on to</source>
   <translation>转告</translation>
  </message>
 </context>
 <context>
  <name>VisitTier</name>
  <message>
   <source>Elder</source>
   <translation>老年人</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>频次</translation>
  </message>
  <message>
   <source>From</source>
   <translation>起始日</translation>
  </message>
  <message>
   <source>First visit by</source>
   <translation>首次应访</translation>
  </message>
  <message>
   <source>Proposed by the facts</source>
   <translation>按认定建议</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>理由</translation>
  </message>
 </context>
 <context>
  <name>songhe::AbsenceDesk</name>
  <message>
   <source>Elder %1 is absent from %2 to %3 already (number %4). Please end that absence first, or change its days.</source>
   <translation>老年人 %1 在 %2 至 %3 已有请假记录（编号 %4）。请先结束那条记录，或修改其日期。</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>未定</translation>
  </message>
  <message>
   <source>There is no absence with number %1.</source>
   <translation>没有编号为 %1 的请假记录。</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as having come to day care on %2. Please check that day, or the days of the absence.</source>
   <translation>老年人 %1 在 %2 有日托出勤记录。请核对那天，或请假的起止日期。</translation>
  </message>
 </context>
 <context>
  <name>songhe::AgreementDesk</name>
  <message>
   <source>Agreement %1 of this elder covers some of these services from %2 on. Please end that one first, or choose other services.</source>
   <translation>该老人的协议 %1 自 %2 起已包含其中的服务项目。请先终止该协议，或改选其他项目。</translation>
  </message>
  <message>
   <source>A plan asks for 1 to %1 times, not %2.</source>
   <translation>计划次数应为 1 至 %1 次，不能是 %2 次。</translation>
  </message>
  <message>
   <source>There is no assessment %1 of this elder. Please check the number.</source>
   <translation>该老人没有编号为 %1 的评估，请核对编号。</translation>
  </message>
  <message>
   <source>Elder %1 has no confirmed assessment up to %2, so no plan can be proposed. Please assess her first, or write the plan by hand.</source>
   <translation>老人 %1 截至 %2 没有已确认的评估，无法据此拟定计划。请先评估，或手工填写计划。</translation>
  </message>
 </context>
 <context>
  <name>songhe::AnswerSheet</name>
  <message>
   <source>answers: item codes and scores are wanted here, as {"B.1.1": 10}.</source>
   <translation>answers：此处应为条目编号和评分，如 {"B.1.1": 10}。</translation>
  </message>
  <message>
   <source>%1: %2 has no such item.</source>
   <translation>%1：%2中没有这一项。</translation>
  </message>
  <message>
   <source>%1: '%2' is no answer to '%3'. Possible: %4.</source>
   <translation>%1：“%2”不是“%3”的评分，可填：%4。</translation>
  </message>
  <message>
   <source>diagnosed: a list is wanted here, of: %1.</source>
   <translation>diagnosed：此处应为列表，可含：%1。</translation>
  </message>
  <message>
   <source>diagnosed: '%1' is not known. Use: %2.</source>
   <translation>diagnosed：没有“%1”，可填：%2。</translation>
  </message>
  <message>
   <source>events: kinds and numbers are wanted here, as {"fall": 1}.</source>
   <translation>events：此处应为事件种类和次数，如 {"fall": 1}。</translation>
  </message>
  <message>
   <source>events.%1: %2 knows no such event.</source>
   <translation>events.%1：%2中没有这类事件。</translation>
  </message>
  <message>
   <source>events.%1: a whole number from 0 to %2 is wanted here.</source>
   <translation>events.%1：此处应为 0 至 %2 的整数。</translation>
  </message>
  <message>
   <source>coma: true or false is wanted here.</source>
   <translation>coma：此处应为 true 或 false。</translation>
  </message>
  <message>
   <source>%1: the sheet says coma, but '%2' is answered with %3. Correct one of them.</source>
   <translation>%1：表中注明昏迷，而“%2”评为%3分，两者矛盾，请改正其一。</translation>
  </message>
  <message>
   <source>diagnosed</source>
   <translation>已确诊</translation>
  </message>
 </context>
 <context>
  <name>songhe::AssessmentDesk</name>
  <message>
   <source>The day %1 has not come yet. An assessment is dated on the day it was made.</source>
   <translation>%1 还没到。评估日期应为实际评估的当天。</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>没有编号为 %1 的老人，请按姓名或证件尾号查找。</translation>
  </message>
  <message>
   <source>This file was made void (%1). Please assess her under the file that counts.</source>
   <translation>该档案已作废（%1），请在有效档案下评估。</translation>
  </message>
  <message>
   <source>Recorded as deceased on %1. Please check whom this sheet is about.</source>
   <translation>档案登记该老人已于 %1 去世，请核对评估对象。</translation>
  </message>
  <message>
   <source>Assessment %1 was made void; it cannot be changed.</source>
   <translation>评估 %1 已作废，不能再改。</translation>
  </message>
  <message>
   <source>There is no assessment with number %1.</source>
   <translation>没有编号为 %1 的评估。</translation>
  </message>
  <message>
   <source>The tables of this assessment are too long. Please shorten the texts.</source>
   <translation>基本信息表内容过长，请精简文字。</translation>
  </message>
  <message>
   <source>This assessment is confirmed and cannot be changed. Make it void with a reason, or confirm a new one that replaces it.</source>
   <translation>该评估已确认，不能修改。请注明原因作废，或另做一份取代它。</translation>
  </message>
  <message>
   <source>%1 wants two assessors. Please enter both names.</source>
   <translation>%1要求两名评估员，请填写两人姓名。</translation>
  </message>
  <message>
   <source>Please enter the assessor's name.</source>
   <translation>请填写评估员姓名。</translation>
  </message>
  <message>
   <source>The standard's text gives two levels for these grades (%1). Both assessors must stand by the result: please enter why.</source>
   <translation>这一分级组合（%1）标准条文有两种读法，须两名评估员共同确认，请写明理由。</translation>
  </message>
  <message>
   <source>This sheet was chosen for a second keying. Another person must key it before it is confirmed.</source>
   <translation>本表被抽中复核，须由另一人再录入一遍才能确认。</translation>
  </message>
  <message>
   <source>The two keyings differ at %1. Look at the paper and correct the one that is wrong.</source>
   <translation>两次录入在 %1 不一致，请核对纸质表，改正录错的一份。</translation>
  </message>
  <message>
   <source>%1: not answered yet. An assessment is confirmed when every item has its answer.</source>
   <translation>%1：尚未评分。各项都评完才能确认。</translation>
  </message>
  <message>
   <source>Assessment %1 cannot be replaced by this one: it is not a confirmed one of the same elder.</source>
   <translation>评估 %1 不能由本次评估取代：它不是同一老人已确认的评估。</translation>
  </message>
  <message>
   <source>Assessment %1 of the same day is confirmed already. If this sheet corrects it, confirm it as the one that replaces it.</source>
   <translation>同一天的评估 %1 已确认。如本表是对它的更正，请在确认时注明取代它。</translation>
  </message>
  <message>
   <source>Assessment %1 is %2 already.</source>
   <translation>评估 %1 %2，无需再确认。</translation>
  </message>
  <message>
   <source>This assessment is confirmed; there is nothing more to compare.</source>
   <translation>该评估已确认，不再比对。</translation>
  </message>
  <message>
   <source>You filled this sheet yourself. The second keying is for another person.</source>
   <translation>本表由您本人录入，复核录入须由另一人完成。</translation>
  </message>
  <message>
   <source>The second keying is not full yet: %1.</source>
   <translation>复核录入尚未完成：%1。</translation>
  </message>
  <message>
   <source>The drawing must be a JPEG or PNG of at most 2 MB.</source>
   <translation>画钟图须为 JPEG 或 PNG，不超过 2 MB。</translation>
  </message>
  <message>
   <source>This assessment is confirmed; its drawing stays as it is.</source>
   <translation>该评估已确认，画钟图不能再换。</translation>
  </message>
  <message>
   <source>The standards do not leave open '%1'. They leave open: %2.</source>
   <translation>标准中没有可选项“%1”。可选：%2。</translation>
  </message>
 </context>
 <context>
  <name>songhe::AttendanceDesk</name>
  <message>
   <source>'%1' is no time of the day. Write it as 08:10.</source>
   <translation>“%1”不是时间，请写成 08:10。</translation>
  </message>
  <message>
   <source>She left at %1, before she came at %2. Please check both times.</source>
   <translation>离开时间 %1 早于到达时间 %2，请核对。</translation>
  </message>
  <message>
   <source>The day %1 has not come yet. Attendance is recorded on its day or later.</source>
   <translation>%1 还没到。出勤须在当天或之后登记。</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as absent on %2 (%3, number %4). If she is back, please end that absence the day before.</source>
   <translation>老年人 %1 在 %2 已登记请假（%3，编号 %4）。如已回来，请先把请假结束到前一天。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先添加。</translation>
  </message>
  <message>
   <source>Elder %1 came at %2 on %3 already (number %4). Change that record if the time was wrong.</source>
   <translation>老年人 %1 已登记 %3 %2 到达（编号 %4）。如时间有误，请修改那条记录。</translation>
  </message>
  <message>
   <source>Elder %1 is not recorded as having come on %2. Please record that first.</source>
   <translation>老年人 %1 在 %2 没有到达记录，请先登记到达。</translation>
  </message>
  <message>
   <source>Elder %1 left at %2 already (number %3). Change that record if the time was wrong.</source>
   <translation>老年人 %1 已登记 %2 离开（编号 %3）。如时间有误，请修改那条记录。</translation>
  </message>
  <message>
   <source>Nothing of the list was recorded. %1</source>
   <translation>名单一个也没有登记。%1</translation>
  </message>
 </context>
 <context>
  <name>songhe::AuditLog</name>
  <message>
   <source>Entry %1 is missing from the audit log.</source>
   <translation>操作记录缺少第 %1 条。</translation>
  </message>
  <message>
   <source>Entry %1 of the audit log was altered.</source>
   <translation>操作记录第 %1 条被改动过。</translation>
  </message>
  <message>
   <source>The audit chain is broken at entry %1.</source>
   <translation>操作记录的校验链在第 %1 条处断开。</translation>
  </message>
 </context>
 <context>
  <name>songhe::BedDesk</name>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>没有设施 %1，请先登记该设施。</translation>
  </message>
  <message>
   <source>Facility %1 was not open on %2. Please check the first day, or the facility's own days.</source>
   <translation>设施 %1 在 %2 未启用。请核对起始日，或核对设施的启用、停用日期。</translation>
  </message>
  <message>
   <source>Elder %1 has a bed from %2 to %3 already (stay %4). Please end that stay the day before.</source>
   <translation>老年人 %1 在 %2 至 %3 已入住床位（入住记录 %4）。请先把它结束在前一日。</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>未定</translation>
  </message>
  <message>
   <source>Elder %1 has a bed at home from %2 to %3 already (number %4). Please end that one the day before.</source>
   <translation>老年人 %1 在 %2 至 %3 已有家庭养老床位（编号 %4）。请先把它结束在前一日。</translation>
  </message>
  <message>
   <source>Bed %1 is taken from %2 to %3 by elder %4 (stay %5). Please choose another bed or end that stay.</source>
   <translation>床位 %1 在 %2 至 %3 已由老年人 %4 入住（入住记录 %5）。请另选床位，或先结束那条入住记录。</translation>
  </message>
  <message>
   <source>There is no stay with number %1.</source>
   <translation>没有编号为 %1 的入住记录。</translation>
  </message>
  <message>
   <source>There is no bed at home with number %1.</source>
   <translation>没有编号为 %1 的家庭养老床位。</translation>
  </message>
 </context>
 <context>
  <name>songhe::BookingDesk</name>
  <message>
   <source>The time is missing. When shall the service begin?</source>
   <translation>缺少时间。请填写服务的开始时间。</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the booking is for %2. Give both for the same day.</source>
   <translation>时刻 at 按北京时间是 %1，预约日期却是 %2，两者应为同一天。</translation>
  </message>
  <message>
   <source>A service takes 1 to %1 minutes, not %2.</source>
   <translation>服务时长应为 1 至 %1 分钟，不能是 %2 分钟。</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>没有编号为 %1 的工作人员，请先添加。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先添加。</translation>
  </message>
  <message>
   <source>Elder %1 is absent on %2 (%3, number %4). Please choose another day, or end that absence first.</source>
   <translation>老人 %1 在 %2 不在（%3，编号 %4）。请改约其他日期，或先结束该外出记录。</translation>
  </message>
  <message>
   <source>There is no booking with number %1. Its number stands on the list of bookings.</source>
   <translation>没有编号为 %1 的预约，编号见预约列表。</translation>
  </message>
  <message>
   <source>Booking %1 is not open any more: %2.</source>
   <translation>预约 %1 已不能再处理：%2。</translation>
  </message>
  <message>
   <source>Provider: %1</source>
   <translation>服务单位：%1</translation>
  </message>
  <message>
   <source>Please write why the booking is cancelled.</source>
   <translation>请填写取消预约的原因。</translation>
  </message>
  <message>
   <source>Booking %1 is not cancelled: %2.</source>
   <translation>预约 %1 没有取消：%2。</translation>
  </message>
 </context>
 <context>
  <name>songhe::CareSearch</name>
  <message>
   <source>Incident: %1</source>
   <translation>意外：%1</translation>
  </message>
  <message>
   <source>Visit: %1</source>
   <translation>探访：%1</translation>
  </message>
 </context>
 <context>
  <name>songhe::Catalogue</name>
  <message>
   <source>'%1' is no item of the service catalogue. Use one of: %2.</source>
   <translation>服务清单中没有“%1”。可用：%2。</translation>
  </message>
  <message>
   <source>The service catalogue %1 cannot be read.</source>
   <translation>无法读取服务清单 %1。</translation>
  </message>
  <message>
   <source>a list is wanted here; it may be empty.</source>
   <translation>此处应为列表，可以为空。</translation>
  </message>
  <message>
   <source>'%1' is not known here. Use: %2.</source>
   <translation>此处不能用“%1”。可用：%2。</translation>
  </message>
  <message>
   <source>'%1' stands here twice.</source>
   <translation>“%1”重复出现。</translation>
  </message>
  <message>
   <source>the last day lies before the first.</source>
   <translation>截止日期早于起始日期。</translation>
  </message>
  <message>
   <source>at least one price is wanted here.</source>
   <translation>此处至少应有一个价格。</translation>
  </message>
  <message>
   <source>two prices hold on %1. End the earlier one the day before.</source>
   <translation>%1 同时有两个价格，请让前一个在前一天截止。</translation>
  </message>
  <message>
   <source>a word of small letters such as cleaning is wanted here.</source>
   <translation>此处应为小写英文词，如 cleaning。</translation>
  </message>
  <message>
   <source>at least one payer is wanted here.</source>
   <translation>此处至少应有一种付费方式。</translation>
  </message>
  <message>
   <source>at least one place is wanted here.</source>
   <translation>此处至少应有一个地点。</translation>
  </message>
  <message>
   <source>'%1' is no item of this file.</source>
   <translation>本文件中没有项目“%1”。</translation>
  </message>
  <message>
   <source>the rules of this file answer otherwise.</source>
   <translation>与本文件规则得出的结果不符。</translation>
  </message>
  <message>
   <source>'%1' is offered from %2 on, not yet on %3. Please choose another day or another service.</source>
   <translation>“%1”自 %2 起提供，%3 尚未开始。请改日期或换一项服务。</translation>
  </message>
  <message>
   <source>'%1' was offered until %2, no longer on %3. Please choose another day or another service.</source>
   <translation>“%1”提供到 %2 为止，%3 已停止。请改日期或换一项服务。</translation>
  </message>
 </context>
 <context>
  <name>songhe::CatalogueDesk</name>
  <message>
   <source>The first day is missing. From which day on does this price hold?</source>
   <translation>缺少起始日期。该价格自哪天起执行？</translation>
  </message>
  <message>
   <source>A price lies between 0 and %1 yuan, not %2.</source>
   <translation>价格应在 0 至 %1 元之间，不能是 %2 元。</translation>
  </message>
  <message>
   <source>From %1 on a price of %2 yuan stands already (number %3). Make that one void first.</source>
   <translation>自 %1 起已有价格 %2 元（编号 %3）。请先作废该价格。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClaimCheck</name>
  <message>
   <source>meal on %1 while she is recorded as away or in hospital (%2)</source>
   <translation>%1 登记为外出或住院，却有用餐（%2）</translation>
  </message>
  <message>
   <source>meals at more than one point on %1; one is paid</source>
   <translation>%1 在不止一个助餐点用餐，只补一餐</translation>
  </message>
  <message>
   <source>no signature for the meal of %1</source>
   <translation>%1 的餐没有签收</translation>
  </message>
  <message>
   <source>%1 meals in a period of %2 days; is that right?</source>
   <translation>%2 天内登记了 %1 餐，请核实</translation>
  </message>
  <message>
   <source>the meal of %1 was entered on %2</source>
   <translation>%1 的餐于 %2 补录</translation>
  </message>
  <message>
   <source>what she is paid for ends on %1 (%2); ask for the new paper</source>
   <translation>享受补贴的依据将于 %1 到期（%2），请索取新证明</translation>
  </message>
  <message>
   <source>paid by a declared ability level, not by an assessment; assess her</source>
   <translation>按申报的能力等级补贴，未经评估，请安排评估</translation>
  </message>
  <message>
   <source>the line of %1 is held (%2)</source>
   <translation>%1 的明细暂缓（%2）</translation>
  </message>
  <message>
   <source>a meal on %1, after the death</source>
   <translation>%1 的餐在去世之后</translation>
  </message>
  <message>
   <source>in a bed, and recorded as away or in hospital from %1 (%2); those days are not counted</source>
   <translation>在住，但自 %1 起登记为外出或住院（%2），这些天不计</translation>
  </message>
  <message>
   <source>the ability level changed on %1, within the month; the level of the first day was taken</source>
   <translation>能力等级在月内 %1 变化，按首日等级计</translation>
  </message>
  <message>
   <source>the use changed on %1, before the years for which it is bound were over; %2 yuan were claimed</source>
   <translation>%1 在约定年限内改变用途，已申领 %2 元</translation>
  </message>
  <message>
   <source>one member of staff in two places at a time on %1</source>
   <translation>%1 同一工作人员同时在两处服务</translation>
  </message>
  <message>
   <source>a bed at home and a stay in an institution on %1</source>
   <translation>%1 既有家庭养老床位又有机构入住</translation>
  </message>
  <message>
   <source>of this point's yearly %1 yuan, %2 are used after this claim</source>
   <translation>该点年度上限 %1 元，本次申领后已用 %2 元</translation>
  </message>
  <message>
   <source>the policy is a draft for comment; note its number before the claim is sent</source>
   <translation>所依据的政策是征求意见稿，报送前请登记正式文号</translation>
  </message>
  <message>
   <source>no evaluation of the point for this year is on file; the amount is provisional</source>
   <translation>当年考评结果未登记，金额为暂定</translation>
  </message>
  <message>
   <source>an earlier period is still a draft; corrections go into that one</source>
   <translation>更早一期仍是草稿，更正列入该期</translation>
  </message>
  <message>
   <source>two services for one elder at the same time on %1</source>
   <translation>%1 同一老人同一时段有两次服务</translation>
  </message>
  <message>
   <source>the computer's clock went back from %1 to %2: times of entries around then may be wrong</source>
   <translation>电脑时钟从 %1 回拨到 %2：前后登记的时间可能不准</translation>
  </message>
  <message>
   <source>lent for %1 yuan a month, which is more than her category of the lending day allows</source>
   <translation>月租 %1 元，高于借出当天身份应付的租金</translation>
  </message>
  <message>
   <source>in a bed, and recorded as away or in hospital from %1 (%2); those days are counted, as was chosen for the policy</source>
   <translation>在住，但自 %1 起登记为外出或住院（%2）；按所选的处理，这些天计入</translation>
  </message>
  <message>
   <source>a bed by day is claimed, and on %1 day(s) on which others came to day care she is not recorded as having come, first on %2; please check the attendance</source>
   <translation>申领了日托床位，但有 %1 天别人有日托出勤而她没有，最早是 %2；请核对出勤</translation>
  </message>
  <message>
   <source>day care served on %1, and no attendance recorded that day; record it, or make the service void</source>
   <translation>%1 有日托服务，但当天没有出勤记录；请补登出勤，或把服务作废</translation>
  </message>
  <message>
   <source>came to day care on %1 while she is recorded as away or in hospital (%2); one of the two is wrong</source>
   <translation>%1 有日托出勤，但当天登记为外出或住院（%2）；两条必有一错</translation>
  </message>
  <message>
   <source>came to day care on %1, after the death on %2; please check both days</source>
   <translation>%1 有日托出勤，在去世（%2）之后；请核对两个日期</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClaimDesk</name>
  <message>
   <source>%1 is the manager's to do. Please sign in as the manager.</source>
   <translation>%1须由中心负责人办理，请用负责人身份登录。</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Claim %1 for %2 is %3. It becomes '%4' only from: %5.</source>
   <translation>%2 的申领单 %1 现为“%3”，只能由以下状态转为“%4”：%5。</translation>
  </message>
  <message>
   <source>Signing a claim</source>
   <translation>签章申领单</translation>
  </message>
  <message>
   <source>Nothing was signed: records changed since the draft for %1 was written. Settle it again, look at what changed, then sign.</source>
   <translation>未签章：%1 的草稿形成后记录有变动。请重新结算，看清变动后再签。</translation>
  </message>
  <message>
   <source>Please write down why the district returned it.</source>
   <translation>请写明区民政局退回的理由。</translation>
  </message>
  <message>
   <source>Line %1 is none of claim %2. 'claim show' lists its lines.</source>
   <translation>明细 %1 不属于申领单 %2，可用 claim show 查看其明细。</translation>
  </message>
  <message>
   <source>Opening a closed month</source>
   <translation>开账</translation>
  </message>
  <message>
   <source>Please name the reason for which the month is opened.</source>
   <translation>请写明开账理由。</translation>
  </message>
  <message>
   <source>A month is opened for 1 to %1 days.</source>
   <translation>开账期限为 1 至 %1 天。</translation>
  </message>
  <message>
   <source>%1 is not closed: its claim is not signed.</source>
   <translation>%1 未封账：申领单尚未签章。</translation>
  </message>
  <message>
   <source>Claim %1 for %2 cannot be accepted any more: claim %3 took its place.</source>
   <translation>%2 的申领 %1 不能再通过：申领 %3 已取代它。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClaimReplay</name>
  <message>
   <source>%1 %2 of %3 is missing among the lines</source>
   <translation>明细中缺少 %3 的 %1 %2</translation>
  </message>
  <message>
   <source>line %1 (%2 %3 of %4) says %5 yuan, %6; recomputed: %7 %8 of %9</source>
   <translation>明细 %1（%4 的 %2 %3）为 %5 元，%6；复算为 %9 的 %7 %8</translation>
  </message>
  <message>
   <source>line %1 (%2 %3) has no record behind it</source>
   <translation>明细 %1（%2 %3）没有对应的记录</translation>
  </message>
  <message>
   <source>%1 is not what the claim was signed by</source>
   <translation>%1 与签章时不符</translation>
  </message>
  <message>
   <source>the lines come to %1 yuan, the claim says %2</source>
   <translation>明细合计 %1 元，申领单写 %2 元</translation>
  </message>
  <message>
   <source>the lines are the same, but the claim's digest is another: its head was changed</source>
   <translation>明细相同，但申领单摘要值不同：申领单表头被改动</translation>
  </message>
 </context>
 <context>
  <name>songhe::ClosedDaysRepository</name>
  <message>
   <source>%1 is closed: its claim is signed. Ask the manager to open it for a named reason; what is entered then goes into the next claim as a late record.</source>
   <translation>%1 已封账（申领单已签章）。请中心负责人写明理由后开账；届时补录的内容作为补录进入下一期申领。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ColumnPlan</name>
  <message>
   <source>No headings were found. The table needs a row that names its columns, such as 姓名, 身份证号码 and 户籍地.</source>
   <translation>没有找到表头。表格中要有一行列名，如：姓名、身份证号码、户籍地。</translation>
  </message>
 </context>
 <context>
  <name>songhe::CsvReader</name>
  <message>
   <source>This is no table: the file holds bytes that are neither UTF-8 nor GB18030 text. Choose the roster as .xlsx, .xls, .ods or .csv.</source>
   <translation>这不是表格：文件内容既不是 UTF-8 也不是 GB18030 文字。请选择 .xlsx、.xls、.ods 或 .csv 格式的花名册。</translation>
  </message>
  <message>
   <source>Text in GB18030 cannot be read here. Save the table as .xlsx and import that.</source>
   <translation>本机读不了 GB18030 文字。请把表格另存为 .xlsx 后再导入。</translation>
  </message>
  <message>
   <source>In row %1 a cell begins with a quotation mark that never ends. The file may be torn; save it again from where it came from.</source>
   <translation>第 %1 行有一个单元格以引号开头却没有结束。文件可能不完整，请从原处重新保存。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DataFile</name>
  <message>
   <source>the file is too large to be one of ours.</source>
   <translation>文件过大，不是本程序的数据文件。</translation>
  </message>
  <message>
   <source>line %1</source>
   <translation>第 %1 行</translation>
  </message>
  <message>
   <source>the file must hold one object in braces.</source>
   <translation>文件应是花括号括起的一个对象。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DataFolder</name>
  <message>
   <source>The data folder %1 cannot be made. Please check the place and its permissions.</source>
   <translation>无法建立数据文件夹 %1，请检查位置和权限。</translation>
  </message>
  <message>
   <source>Another Songhe is working with the data in %1. Please close it first.</source>
   <translation>另一个松鹤程序正在使用 %1 中的数据，请先将其关闭。</translation>
  </message>
  <message>
   <source>The data folder %1 cannot be written. Please check its permissions; nothing was changed.</source>
   <translation>数据文件夹 %1 无法写入，请检查权限；数据未作任何改动。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DataObject</name>
  <message>
   <source>this list is empty.</source>
   <translation>列表是空的。</translation>
  </message>
  <message>
   <source>a list of alternatives cannot stand within another.</source>
   <translation>“任一”条件中不能再套“任一”条件。</translation>
  </message>
  <message>
   <source>a division code of six digits is wanted here.</source>
   <translation>这里应填六位行政区划代码。</translation>
  </message>
  <message>
   <source>this key is missing.</source>
   <translation>缺少这一项。</translation>
  </message>
  <message>
   <source>a text is wanted here.</source>
   <translation>这里应填文字。</translation>
  </message>
  <message>
   <source>a whole number from %1 to %2 is wanted here.</source>
   <translation>这里应填 %1 到 %2 之间的整数。</translation>
  </message>
  <message>
   <source>true or false is wanted here.</source>
   <translation>这里应填 true 或 false。</translation>
  </message>
  <message>
   <source>a day like 2021-09-03 is wanted here.</source>
   <translation>这里应填日期，如 2021-09-03。</translation>
  </message>
  <message>
   <source>a text or a list of texts is wanted here.</source>
   <translation>这里应填文字或文字列表。</translation>
  </message>
  <message>
   <source>an object in braces is wanted here.</source>
   <translation>这里应是花括号括起的对象。</translation>
  </message>
  <message>
   <source>a list of objects is wanted here.</source>
   <translation>这里应是对象的列表。</translation>
  </message>
  <message>
   <source>'%1' is not known. Use one of: %2.</source>
   <translation>“%1”不认识。可用：%2。</translation>
  </message>
  <message>
   <source>this key is not known. Take it out, or use a newer version of the program.</source>
   <translation>不认识这一项。请删去，或使用更新版本的程序。</translation>
  </message>
  <message>
   <source>there are no words for the reason %1.</source>
   <translation>原因 %1 没有对应的文字。</translation>
  </message>
  <message>
   <source>no condition or limit gives this reason.</source>
   <translation>没有条件或限额会给出这一原因。</translation>
  </message>
  <message>
   <source>the placeholder {%1} cannot be filled.</source>
   <translation>占位符 {%1} 无法填写。</translation>
  </message>
  <message>
   <source>this example gives %1 fen with %2, not %3 fen with %4.</source>
   <translation>本例算得 %1 分（%2），而不是 %3 分（%4）。</translation>
  </message>
  <message>
   <source>the last day lies before the first.</source>
   <translation>最后一天早于第一天。</translation>
  </message>
  <message>
   <source>one score for each of its %1 items is wanted.</source>
   <translation>须为其 %1 个条目各给一个评分。</translation>
  </message>
  <message>
   <source>this example gives %1.</source>
   <translation>该示例的实际结果为 %1。</translation>
  </message>
  <message>
   <source>its choices must be months from 1 to 120.</source>
   <translation>其选项须为 1 至 120 的月数。</translation>
  </message>
  <message>
   <source>the best answers of its items do not add up to this.</source>
   <translation>与各条目最高分之和不符。</translation>
  </message>
  <message>
   <source>one key is wanted that no other option of the item has.</source>
   <translation>须为单个按键，且不与本条目的其他选项重复。</translation>
  </message>
  <message>
   <source>an item needs two options or more.</source>
   <translation>每个条目至少要有两个选项。</translation>
  </message>
  <message>
   <source>another item has this code.</source>
   <translation>已有同编号的条目。</translation>
  </message>
  <message>
   <source>grades stand in order, from 0 upwards.</source>
   <translation>分级须从 0 起依次排列。</translation>
  </message>
  <message>
   <source>this band contradicts the direction of the group.</source>
   <translation>该区间与本指标的评分方向矛盾。</translation>
  </message>
  <message>
   <source>the sum %1 lies in %2 bands, not in one.</source>
   <translation>分数 %1 落在 %2 个区间，应恰好落在一个区间。</translation>
  </message>
  <message>
   <source>the group has no such item.</source>
   <translation>该指标没有这一条目。</translation>
  </message>
  <message>
   <source>too many combinations of answers to be proved.</source>
   <translation>答案组合过多，无法逐一验证。</translation>
  </message>
  <message>
   <source>some combination of answers has no grade.</source>
   <translation>有的答案组合没有对应的分级。</translation>
  </message>
  <message>
   <source>levels stand in order, from 0 upwards.</source>
   <translation>等级须从 0 起依次排列。</translation>
  </message>
  <message>
   <source>another level has this key.</source>
   <translation>已有同名的等级。</translation>
  </message>
  <message>
   <source>a scale needs two levels or more.</source>
   <translation>量表至少要有两个等级。</translation>
  </message>
  <message>
   <source>the groups' highest sums do not add up to this.</source>
   <translation>与各指标最高分之和不符。</translation>
  </message>
  <message>
   <source>%1 is no group with grades.</source>
   <translation>%1 不是有分级的指标。</translation>
  </message>
  <message>
   <source>'%1' is no level.</source>
   <translation>“%1”不是等级。</translation>
  </message>
  <message>
   <source>every one of the %1 combinations of grades wants one level.</source>
   <translation>%1 种分级组合须各有一个等级。</translation>
  </message>
  <message>
   <source>'?' wants a key 'open' that tells the setting.</source>
   <translation>用了“?”就须有 open 键指明由哪个设定决定。</translation>
  </message>
  <message>
   <source>the scale has no such setting.</source>
   <translation>本量表没有这一设定。</translation>
  </message>
  <message>
   <source>another clause has this id.</source>
   <translation>已有同编号的条款。</translation>
  </message>
  <message>
   <source>'%1' is none of the scale's diagnoses.</source>
   <translation>“%1”不在本量表的诊断之列。</translation>
  </message>
  <message>
   <source>there is no such item, or it has no such score.</source>
   <translation>没有这一条目，或它没有这个评分。</translation>
  </message>
  <message>
   <source>'%1' is none of the scale's events.</source>
   <translation>“%1”不在本量表的事件之列。</translation>
  </message>
  <message>
   <source>a list of whole numbers is wanted here.</source>
   <translation>此处应为整数列表。</translation>
  </message>
  <message>
   <source>whole numbers from %1 to %2 are wanted here.</source>
   <translation>此处应为 %1 至 %2 的整数。</translation>
  </message>
  <message>
   <source>where every tier has a condition, name the reason if none holds.</source>
   <translation>每一档都有条件时，请写明都不满足时的原因。</translation>
  </message>
  <message>
   <source>the setting %1 is missing.</source>
   <translation>缺少设置项 %1。</translation>
  </message>
  <message>
   <source>attendance is known of months in beds and of services only.</source>
   <translation>出勤只适用于床位月和服务。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Day</name>
  <message>
   <source>d MMM</source>
   <extracomment>A day of this year, as a QLocale date format</extracomment>
   <translation>M月d日</translation>
  </message>
 </context>
 <context>
  <name>songhe::DaySpan</name>
  <message>
   <source>The first day is missing. Please fill it in.</source>
   <translation>缺少起始日，请填写。</translation>
  </message>
  <message>
   <source>The last day (%1) lies before the first (%2). Please check both.</source>
   <translation>截止日（%1）早于起始日（%2），请核对。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Demo</name>
  <message>
   <source>A demonstration has 1 to %1 elders.</source>
   <translation>演示中心可有 1 至 %1 位老年人。</translation>
  </message>
  <message>
   <source>A demonstration covers 1 to %1 years.</source>
   <translation>演示数据可覆盖 1 至 %1 年。</translation>
  </message>
  <message>
   <source>This centre holds records already. Invented ones go into a fresh centre only: please choose an empty data folder.</source>
   <translation>本中心已有记录。演示数据只能写入新建的中心，请另选一个空的数据文件夹。</translation>
  </message>
  <message>
   <source>The demonstration could not be written. Please make room on the disk and try again.</source>
   <translation>演示数据无法写入，请腾出磁盘空间后再试。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DemoCity</name>
  <message>
   <source>%1 cannot be written. Please make room and try again.</source>
   <translation>%1 无法写入。请腾出空间后重试。</translation>
  </message>
  <message>
   <source>A city goes into an empty folder only, so that nothing of yours is touched: %1</source>
   <translation>演示城市只能放入空文件夹，以免动到您的文件：%1</translation>
  </message>
  <message>
   <source>The folder %1 cannot be made.</source>
   <translation>无法建立文件夹 %1。</translation>
  </message>
  <message>
   <source>The city has no centre %1.</source>
   <translation>演示城市中没有中心%1。</translation>
  </message>
  <message>
   <source>A city has 2 to 200 centres.</source>
   <translation>演示城市有2至200家中心。</translation>
  </message>
  <message>
   <source>A centre of a city has 1 to 100,000 elders.</source>
   <translation>演示城市的每家中心有1至100000位老年人。</translation>
  </message>
  <message>
   <source>A city lives a year from 2000 to 2100.</source>
   <translation>演示城市的年份为2000至2100年。</translation>
  </message>
  <message>
   <source>The seed of a city is a number from 0 to %1.</source>
   <translation>演示城市的种子是0至%1的整数。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DeviceDesk</name>
  <message>
   <source>There is no device with number %1. Please add it first.</source>
   <translation>没有编号为 %1 的辅具，请先添加。</translation>
  </message>
  <message>
   <source>There is no device '%1'. Its code stands in 'device list'.</source>
   <translation>没有辅具“%1”。编码见 device list。</translation>
  </message>
  <message>
   <source>'%1' is no kind of the catalogue. Use one of: %2.</source>
   <translation>“%1”不是目录中的类别，可用：%2。</translation>
  </message>
  <message>
   <source>The code %1 stands on device %2 already. Please give each device its own.</source>
   <translation>编码 %1 已用于辅具 %2，请一件一码。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先添加。</translation>
  </message>
  <message>
   <source>The device is lent to elder %1 (loan %2). Please take it back first.</source>
   <translation>这件辅具借给了老年人 %1（借出编号 %2），请先归还。</translation>
  </message>
  <message>
   <source>That day has not come yet. Please check the days of the loan.</source>
   <translation>那天还没到，请核对借出和归还日期。</translation>
  </message>
  <message>
   <source>It is due back before it is lent. Please check both days.</source>
   <translation>应还日期早于借出日期，请核对。</translation>
  </message>
  <message>
   <source>Deposit and rent cannot be below 0, and no more is given back than was taken.</source>
   <translation>押金和租金不能小于 0，退还的押金也不能多于收取的。</translation>
  </message>
  <message>
   <source>The device is lent to elder %1 from %2 to %3 (loan %4). Please take it back first.</source>
   <translation>这件辅具 %2 至 %3 借给了老年人 %1（借出编号 %4），请先归还。</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>未定</translation>
  </message>
  <message>
   <source>The device %1 is not lent.</source>
   <translation>辅具 %1 没有借出。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DevicePlan</name>
  <message>
   <source>The catalogue of devices cannot be read.</source>
   <translation>辅具目录无法读取。</translation>
  </message>
  <message>
   <source>this key stands here twice.</source>
   <translation>此键重复。</translation>
  </message>
  <message>
   <source>this list is empty.</source>
   <translation>此列表为空。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DistrictDesk</name>
  <message>
   <source>The centre's code is missing or too long.</source>
   <translation>中心代码为空或过长。</translation>
  </message>
  <message>
   <source>Centre %1 is trusted with another key already. A centre's key does not change: ask there what happened before you go on.</source>
   <translation>中心 %1 已登记过另一个中心签名公钥。中心的公钥不会变动，请先向该中心核实原因再处理。</translation>
  </message>
  <message>
   <source>The file cannot be read. Check the stick and the rights.</source>
   <translation>文件无法读取。请检查 U 盘和访问权限。</translation>
  </message>
  <message>
   <source>The file changed while it was read.</source>
   <translation>读取过程中文件发生了变化。</translation>
  </message>
  <message>
   <source>There is nothing at %1.</source>
   <translation>%1 不存在。</translation>
  </message>
  <message>
   <source>The folder for the receipts cannot be made: %1</source>
   <translation>无法建立存放回执的文件夹：%1</translation>
  </message>
  <message>
   <source>A claim goes back with a reason. Please give one.</source>
   <translation>退回申领须说明理由，请填写。</translation>
  </message>
  <message>
   <source>No package brought a claim with the number %1.</source>
   <translation>收到的数据包中没有编号为 %1 的申领。</translation>
  </message>
  <message>
   <source>More than one centre has a claim with this number. Say which with --centre.</source>
   <translation>不止一个中心有此编号的申领，请用 --centre 指明。</translation>
  </message>
  <message>
   <source>This claim is not signed: there is nothing to decide yet.</source>
   <translation>此申领尚未签发，暂无需审定。</translation>
  </message>
  <message>
   <source>The package of this receipt is not in the store. Merge it first.</source>
   <translation>库中没有这份回执对应的数据包，请先合并该数据包。</translation>
  </message>
  <message>
   <source>The reason is too long. Please say it in at most %1 characters.</source>
   <translation>理由过长，请控制在 %1 字以内。</translation>
  </message>
  <message>
   <source>This file was not merged here, so nobody has checked who signed it. Merge it first.</source>
   <translation>本局尚未合并此文件，签名未经核验。请先合并。</translation>
  </message>
  <message>
   <source>The newest package of centre %1 names no key that a receipt could be sealed to, so nobody there could open one. Ask the centre to write a package with its own program.</source>
   <translation>中心 %1 最新的数据包没有写明接收回执的密钥，写出的回执那边无法打开。请该中心用自己的程序重新写一份数据包。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DistrictOffice</name>
  <message>
   <source>Write the name of the district office, as it stands on receipts.</source>
   <translation>请填写局名，与回执上的一致。</translation>
  </message>
  <message>
   <source>The folder of the store cannot be made: %1</source>
   <translation>建不了库的文件夹：%1</translation>
  </message>
  <message>
   <source>This identity file is not the one that %1 was set up with. Choose the file that was made then.</source>
   <translation>这不是开设“%1”时用的身份文件。请换上当时的那个文件。</translation>
  </message>
  <message>
   <source>The copy cannot be written to %1. Choose another place.</source>
   <translation>副本写不到 %1，请换个位置。</translation>
  </message>
  <message>
   <source>The copy at %1 differs from the file. Take another stick.</source>
   <translation>%1 的副本与原文件不一致，请换一个 U 盘。</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>已停止，没有改动。</translation>
  </message>
  <message>
   <source>No district was set up in this store. Choose another store, or set a new one up.</source>
   <translation>这个库没有开设过。请换一个库，或新开设一个区。</translation>
  </message>
 </context>
 <context>
  <name>songhe::DistrictText</name>
  <message>
   <source>This identity is not the one the district was set up with. Give the right file with --identity.</source>
   <translation>这不是开设本库时所用的身份文件。请用 --identity 指定正确的文件。</translation>
  </message>
  <message>
   <source>An identity is needed. Make one with age-keygen and give its file with --identity.</source>
   <translation>需要身份文件。请用 age-keygen 生成，并用 --identity 指定。</translation>
  </message>
  <message>
   <source>A district was set up in this store already.</source>
   <translation>此库已经开设过。</translation>
  </message>
  <message>
   <source>No district was set up in this store. Run 'district init' first.</source>
   <translation>此库尚未开设，请先运行 district init。</translation>
  </message>
  <message>
   <source>No centre with the code %1 is trusted. If it is one of yours, compare its key with the one it gave you on paper and run 'district trust'.</source>
   <translation>代码为 %1 的中心未登记为可信。如确属本区，请与其书面提供的公钥核对后运行 district trust。</translation>
  </message>
  <message>
   <source>The district has a newer revision of this record.</source>
   <translation>区民政局已有此记录的较新版本。</translation>
  </message>
  <message>
   <source>The district has this revision with other content. Look at the record and save it anew.</source>
   <translation>区民政局已有同一版本但内容不同的记录。请核对后重新保存。</translation>
  </message>
  <message>
   <source>The database server's disk is full. Nothing was saved; please make room.</source>
   <translation>数据库服务器磁盘已满，未保存任何内容，请清理空间。</translation>
  </message>
  <message>
   <source>The database server did not do what it was asked to. Nothing was saved; please check that it runs and try again.</source>
   <translation>数据库服务器未能完成操作，未保存任何内容。请检查服务器是否正常，然后重试。</translation>
  </message>
  <message>
   <source>This is no address of a database. Write it as postgresql://user:password@host:port/database.</source>
   <translation>数据库地址不正确。格式为 postgresql://用户:密码@主机:端口/数据库。</translation>
  </message>
  <message>
   <source>This computer lacks Qt's driver for PostgreSQL. Please install the package libqt6sql6-psql.</source>
   <translation>本机缺少 PostgreSQL 驱动，请安装 libqt6sql6-psql。</translation>
  </message>
  <message>
   <source>The database at %1 does not answer. Check that the server runs, and name and password.</source>
   <translation>%1 上的数据库没有响应。请检查服务器是否运行，以及用户名和密码。</translation>
  </message>
  <message>
   <source>This store was written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</source>
   <translation>此库由更新版本的松鹤写成。请在本机安装最新版本；未作任何改动。</translation>
  </message>
  <message>
   <source>The program is incomplete. Please install it again.</source>
   <translation>程序不完整，请重新安装。</translation>
  </message>
  <message>
   <source>There is no district store at %1. Set one up first, or check the path.</source>
   <translation>%1 没有区库。请先开设，或检查路径。</translation>
  </message>
  <message>
   <source>There is a file at %1 already. Give the new identity file another name.</source>
   <translation>%1 已有文件。请给新的身份文件另起名字。</translation>
  </message>
  <message>
   <source>The identity file cannot be written to %1. Choose another place.</source>
   <translation>身份文件写不到 %1，请换个位置。</translation>
  </message>
  <message>
   <source>The program asked the store for two things at once. Nothing was saved; please tell who looks after the program.</source>
   <translation>程序同时对数据库发出了两个请求，未保存任何内容。请告知程序维护人员。</translation>
  </message>
  <message>
   <source>Code and key are those of centre %1, but its books are others than those it delivered from before. Ask there whether somebody set the centre up anew; until that is settled its packages are not taken.</source>
   <translation>代码和公钥属于中心 %1，但账册与以往报送的不是同一套。请向该中心核实是否重新建过账；查清之前，其数据包一律不收。</translation>
  </message>
  <message>
   <source>These books were delivered under the code %1 before. Ask the centre which code is the right one.</source>
   <translation>这套账册此前以代码 %1 报送过。请向该中心核实哪个代码正确。</translation>
  </message>
  <message>
   <source>The key for the receipt is none, so no answer could be sealed to the centre. Ask it to write the package again.</source>
   <translation>数据包中的回执收件公钥无效，无法为该中心加密回执。请该中心重新生成数据包。</translation>
  </message>
  <message>
   <source>A row has no number.</source>
   <translation>有一行没有编号。</translation>
  </message>
  <message>
   <source>The district's program does not know this kind of record yet. Install the newest one there and merge the package again.</source>
   <translation>区民政局的程序尚不认识这类记录。请区民政局安装最新版本后重新合并此数据包。</translation>
  </message>
  <message>
   <source>The record's revision is no number that a program counts to. Save it anew.</source>
   <translation>该记录的版本号不正常，请重新保存该记录。</translation>
  </message>
  <message>
   <source>The package was not read.</source>
   <translation>数据包未能读取。</translation>
  </message>
  <message>
   <source>This is recorded already, perhaps by another program at the same time. Please try again.</source>
   <translation>已有此记录，可能是另一程序同时写入的。请重试。</translation>
  </message>
  <message>
   <source>The address of the database has '%1', which is not known. Known are %2.</source>
   <translation>数据库地址中的“%1”无法识别，可用的有：%2。</translation>
  </message>
  <message>
   <source>Qt's driver for PostgreSQL is not the one that is known here. Please install the package libqt6sql6-psql of Debian 12.</source>
   <translation>Qt 的 PostgreSQL 驱动与本程序不符，请安装 Debian 12 的 libqt6sql6-psql 软件包。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Divisions</name>
  <message>
   <source>The table of divisions cannot be read. Please install the program again.</source>
   <translation>无法读取行政区划表，请重新安装本程序。</translation>
  </message>
  <message>
   <source>%1, line %2: this is no division. Please install the program again.</source>
   <translation>%1 第 %2 行不是行政区划，请重新安装本程序。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderDays</name>
  <message>
   <source>It does not say whose it is. Please name the elder.</source>
   <translation>未写明是哪位老年人，请选定。</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>没有编号为 %1 的老年人，请按姓名或证件号末几位查找。</translation>
  </message>
  <message>
   <source>The file of elder %1 was made void. Please write it into the file that counts.</source>
   <translation>老年人 %1 的档案已作废，请记入有效的档案。</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as deceased on %2, and this begins on %3. Please check the day or the file.</source>
   <translation>档案记载老年人 %1 已于 %2 去世，而此记录自 %3 起。请核对日期或档案。</translation>
  </message>
  <message>
   <source>Elder %1 is recorded as deceased on %2. Please enter that day, or an earlier one, as the last.</source>
   <translation>档案记载老年人 %1 已于 %2 去世。截止日请填该日或更早的日期。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderDesk</name>
  <message>
   <source>The date of birth lies in the future. Please check it.</source>
   <translation>出生日期晚于今天，请核对。</translation>
  </message>
  <message>
   <source>The date of death lies in the future. Please check it.</source>
   <translation>去世日期晚于今天，请核对。</translation>
  </message>
  <message>
   <source>The date of death lies before the date of birth. Please check both.</source>
   <translation>去世日期早于出生日期，请核对两个日期。</translation>
  </message>
  <message>
   <source>There is no resident number yet. Please add it when the card is here.</source>
   <translation>尚无身份证号，拿到证件后请补录。</translation>
  </message>
  <message>
   <source>The sex differs from the resident number. Please check it.</source>
   <translation>性别与身份证号不一致，请核对。</translation>
  </message>
  <message>
   <source>The date of birth differs from the resident number (%1). Please check it.</source>
   <translation>出生日期与身份证号（%1）不一致，请核对。</translation>
  </message>
  <message>
   <source>Younger than 60. Most subsidies begin at 60.</source>
   <translation>未满 60 岁，多数补贴自 60 岁起。</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>没有编号为 %1 的老年人，请按姓名或证件末几位查找。</translation>
  </message>
  <message>
   <source>The first day is missing. Please fill it in.</source>
   <translation>缺少起始日，请填写。</translation>
  </message>
  <message>
   <source>The last day (%1) lies before the first (%2). Please check both.</source>
   <translation>截止日（%1）早于起始日（%2），请核对。</translation>
  </message>
  <message>
   <source>'%1' is no value of %2. Use one of: %3.</source>
   <translation>“%1”不能作为%2，请从下列各项中选用：%3。</translation>
  </message>
  <message>
   <source>%1: '%2' holds from %3 already, and only one may hold on a day. Please end that one first.</source>
   <translation>%1：自 %3 起已有“%2”，同一天只能有一项，请先结束原有的一项。</translation>
  </message>
  <message>
   <source>%1: '%2' begins on that very day. Please make it void with a reason if it was wrong.</source>
   <translation>%1：“%2”正是从这一天起。如属登错，请注明原因后作废。</translation>
  </message>
  <message>
   <source>There is no fact with number %1.</source>
   <translation>没有编号为 %1 的情况记录。</translation>
  </message>
  <message>
   <source>Please choose a JPEG or PNG picture of at most 2 MB.</source>
   <translation>请选择不超过 2 MB 的 JPEG 或 PNG 照片。</translation>
  </message>
  <message>
   <source>The division code %1 is not known. Please check it.</source>
   <translation>行政区划代码 %1 查不到，请核对。</translation>
  </message>
  <message>
   <source>This file was made void. Please write it into the file that counts.</source>
   <translation>该档案已作废，请登记到有效档案中。</translation>
  </message>
  <message>
   <source>The moment of death lies on another day than the date of death.</source>
   <translation>去世时刻与去世日期不是同一天。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderMerge</name>
  <message>
   <source>There is no elder with number %1.</source>
   <translation>没有编号为 %1 的老人。</translation>
  </message>
  <message>
   <source>File %1 is void already.</source>
   <translation>档案 %1 已经作废。</translation>
  </message>
  <message>
   <source>A file cannot be merged with itself.</source>
   <translation>档案不能与自己合并。</translation>
  </message>
  <message>
   <source>File %1 has the resident number, file %2 has none. Merge %2 into %1.</source>
   <translation>档案 %1 有身份证号，档案 %2 没有。请把 %2 并入 %1。</translation>
  </message>
  <message>
   <source>Files %1 and %2 have different resident numbers: these are two persons, or one number is wrong. Correct it first.</source>
   <translation>档案 %1 与 %2 的身份证号不同：是两个人，或有一个号码登错，请先更正。</translation>
  </message>
  <message>
   <source>Please write down why the two files are one person's.</source>
   <translation>请写明为什么这两份档案是同一个人。</translation>
  </message>
  <message>
   <source>merged into file %1: %2</source>
   <translation>并入档案 %1：%2</translation>
  </message>
  <message>
   <source>Merging two files is the manager's to do. Please sign in as the manager.</source>
   <translation>合并档案由负责人办理。请以负责人身份登录。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ElderRepository</name>
  <message>
   <source>An elder with this resident number is here already. Please find that file and go on there.</source>
   <translation>该身份证号的老年人已在名册中，请找到其档案后继续办理。</translation>
  </message>
 </context>
 <context>
  <name>songhe::EvaluationDesk</name>
  <message>
   <source>%1 is no year of this program's. Please write one from %2 to %3.</source>
   <translation>年度 %1 有误，请填写 %2 至 %3 之间的年度。</translation>
  </message>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>没有设施 %1，请先登记该设施。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先登记该站点。</translation>
  </message>
  <message>
   <source>An evaluation is of a facility or of a meal point. Please name one of the two.</source>
   <translation>评估的对象是设施或助餐点，请选定其中之一。</translation>
  </message>
  <message>
   <source>'%1' is no grade of the kind '%2'. Use one of: %3.</source>
   <translation>“%2”没有等级“%1”。可用：%3。</translation>
  </message>
  <message>
   <source>The evaluation of %1 has not come yet, or ends before it. Please check its days.</source>
   <translation>%1 的评定日尚未到来，或有效期早于评定日。请核对日期。</translation>
  </message>
  <message>
   <source>An award cannot be below 0.</source>
   <translation>奖励额不能小于 0。</translation>
  </message>
  <message>
   <source>There is an evaluation of this kind for %1 already (number %2). Make it void first if it was wrong.</source>
   <translation>%1 年度已有同类评定（编号 %2）。如有误，请先作废。</translation>
  </message>
  <message>
   <source>There is no project %1. Please add it first.</source>
   <translation>没有项目 %1，请先登记该项目。</translation>
  </message>
  <message>
   <source>The amount must be more than 0.</source>
   <translation>金额须大于 0。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Exchange</name>
  <message>
   <source>The text form (armor) of this sealed file is not in order. Copy it again, whole and without changing lines.</source>
   <translation>此加密文件的文本格式（armor）不完整或被改动。请重新完整复制，不要改动换行。</translation>
  </message>
  <message>
   <source>This file's age header is not in order, so nothing was opened. Fetch the file again.</source>
   <translation>此文件的 age 文件头有误，未解开任何内容。请重新获取该文件。</translation>
  </message>
  <message>
   <source>There is not enough memory to try this passphrase. Close other programs and try again.</source>
   <translation>内存不足，无法校验口令。请关闭其他程序后重试。</translation>
  </message>
  <message>
   <source>Opening this file would take far too long: its passphrase work factor is above the limit. Ask the sender for another copy.</source>
   <translation>此文件的口令运算强度超过上限，解开耗时过长。请发送方重新提供。</translation>
  </message>
  <message>
   <source>This is no file sealed with age (version 1). Check that it is the right file.</source>
   <translation>这不是 age（第 1 版）加密文件。请核对是否选对了文件。</translation>
  </message>
  <message>
   <source>None of the keys given opens this file. Give the identity it was sealed to, or its passphrase.</source>
   <translation>所给密钥都不能解开此文件。请提供对应的身份密钥或口令。</translation>
  </message>
  <message>
   <source>Nobody could open this file: name at least one recipient.</source>
   <translation>没有指定收件方，文件将无人能解开。请至少指定一个收件公钥。</translation>
  </message>
  <message>
   <source>This age recipient is not a usable key. Ask the receiver for theirs again.</source>
   <translation>此收件公钥不可用。请向接收方重新索取。</translation>
  </message>
  <message>
   <source>The passphrase is empty. Choose one of several words.</source>
   <translation>口令为空。请设置由多个词组成的口令。</translation>
  </message>
  <message>
   <source>This is no age recipient. It begins with age1 and is given out by the receiver; copy it whole.</source>
   <translation>这不是 age 收件公钥。公钥以 age1 开头，由接收方提供，请完整复制。</translation>
  </message>
  <message>
   <source>This is no age identity. It begins with AGE-SECRET-KEY-1; copy it whole.</source>
   <translation>这不是 age 身份密钥。密钥以 AGE-SECRET-KEY-1 开头，请完整复制。</translation>
  </message>
  <message>
   <source>Line %1 of the identity file is no age identity. Use the file that age-keygen or this program wrote.</source>
   <translation>身份文件第 %1 行不是 age 身份密钥。请使用 age-keygen 或本程序生成的文件。</translation>
  </message>
  <message>
   <source>The identity file holds no identity. Use the file that age-keygen or this program wrote.</source>
   <translation>身份文件里没有密钥。请使用 age-keygen 或本程序生成的文件。</translation>
  </message>
  <message>
   <source>This sealed file is damaged or incomplete, so it was not opened. Fetch it again.</source>
   <translation>此加密文件已损坏或不完整，未解开。请重新获取。</translation>
  </message>
  <message>
   <source>A file is sealed to recipients or to a passphrase, not to both. Choose one.</source>
   <translation>文件只能用收件公钥或口令之一加密，不能同时使用。请选择一种。</translation>
  </message>
  <message>
   <source>This is no bag: it has no bagit.txt. Choose the bag's own folder or zip file.</source>
   <translation>这不是 BagIt 数据袋：缺少 bagit.txt。请选择数据袋的文件夹或 zip 文件。</translation>
  </message>
  <message>
   <source>This is a link or device, not a file. Links are never followed; put the file itself into the bag.</source>
   <translation>这是链接或设备，不是文件。程序不会跟随链接；请把文件本身放入数据袋。</translation>
  </message>
  <message>
   <source>This name leads out of the bag or cannot be a file name everywhere. The file was not read.</source>
   <translation>此文件名指向数据袋之外，或在某些系统上不能使用。该文件未读取。</translation>
  </message>
  <message>
   <source>Two files have this name. Nobody can tell which one is meant.</source>
   <translation>有两个同名文件，无法判断应以哪个为准。</translation>
  </message>
  <message>
   <source>This name differs from %1 in case alone; unpacked, one would overwrite the other.</source>
   <translation>此文件名与 %1 仅大小写不同，解压后会互相覆盖。</translation>
  </message>
  <message>
   <source>This file is larger than it may be in a bag.</source>
   <translation>此文件超出数据袋允许的大小。</translation>
  </message>
  <message>
   <source>bagit.txt must have two lines: the BagIt version and the encoding UTF-8.</source>
   <translation>bagit.txt 应为两行：BagIt 版本和编码 UTF-8。</translation>
  </message>
  <message>
   <source>BagIt %1 is not known here; 1.0 and 0.97 are.</source>
   <translation>不支持 BagIt %1；支持 1.0 和 0.97。</translation>
  </message>
  <message>
   <source>A line of bag-info.txt has no label. Each line is 'Label: value'.</source>
   <translation>bag-info.txt 中有一行没有标签。每行应为“标签: 值”。</translation>
  </message>
  <message>
   <source>A name begins with './'.</source>
   <translation>文件名以“./”开头。</translation>
  </message>
  <message>
   <source>%1 names a file outside the bag. It was not looked for.</source>
   <translation>%1 列出了数据袋之外的文件，未予查找。</translation>
  </message>
  <message>
   <source>This kind of checksum is not known here; sha256 and sha512 are.</source>
   <translation>不支持这种校验算法；支持 sha256 和 sha512。</translation>
  </message>
  <message>
   <source>A line of this manifest is not 'checksum  name'. The bag was changed or badly made.</source>
   <translation>清单中有一行不是“校验值  文件名”。数据袋被改动或制作有误。</translation>
  </message>
  <message>
   <source>%1 names a file that is no payload.</source>
   <translation>%1 列出了不属于数据内容的文件。</translation>
  </message>
  <message>
   <source>%1 lists this file twice.</source>
   <translation>%1 重复列出了此文件。</translation>
  </message>
  <message>
   <source>The bag has no manifest of its payload, so nothing can be proved of it.</source>
   <translation>数据袋没有内容清单，无法证明其完整。</translation>
  </message>
  <message>
   <source>This file is not in the bag but somewhere on the network. It is never fetched; ask the sender for the complete bag.</source>
   <translation>此文件不在数据袋中而在网络上。程序不会下载；请发送方提供完整的数据袋。</translation>
  </message>
  <message>
   <source>%1 lists this file, but it is not there.</source>
   <translation>%1 列出了此文件，但文件不存在。</translation>
  </message>
  <message>
   <source>The name is written with other Unicode characters in the manifest.</source>
   <translation>清单中的文件名使用了不同的 Unicode 写法。</translation>
  </message>
  <message>
   <source>This file is in the payload, but not in every manifest. It may have been slipped in.</source>
   <translation>此文件在数据内容中，但并非每份清单都列出，可能是被人塞入的。</translation>
  </message>
  <message>
   <source>Payload-Oxum must stand once, as bytes.files.</source>
   <translation>Payload-Oxum 只能出现一次，格式为“字节数.文件数”。</translation>
  </message>
  <message>
   <source>This file is not what %1 says: it was changed or damaged. Do not use it.</source>
   <translation>此文件与 %1 所记不符：已被改动或损坏。请勿使用。</translation>
  </message>
  <message>
   <source>The payload is %1 (bytes.files), but %2 was stated.</source>
   <translation>数据内容为 %1（字节数.文件数），但声明为 %2。</translation>
  </message>
  <message>
   <source>%1 cannot be read. Check the name and the rights.</source>
   <translation>%1 无法读取。请检查文件名和权限。</translation>
  </message>
  <message>
   <source>This is no minisign signature file, or it was changed. Fetch the file ending in .minisig again.</source>
   <translation>这不是 minisign 签名文件，或已被改动。请重新获取 .minisig 文件。</translation>
  </message>
  <message>
   <source>The signature does not fit this file: the file or its signature was changed. Do not use it; fetch both again.</source>
   <translation>签名与文件不符：文件或签名已被改动。请勿使用，并重新获取两者。</translation>
  </message>
  <message>
   <source>This was signed with another key than the one given. Check whose file it is.</source>
   <translation>签名所用密钥与所给公钥不同。请核对文件来源。</translation>
  </message>
  <message>
   <source>A signature's comment is one line of at most 8,000 bytes. Shorten it.</source>
   <translation>签名注释只能是一行，最多 8000 字节。请缩短。</translation>
  </message>
  <message>
   <source>This is no minisign secret key file. Choose the file that minisign or this program wrote.</source>
   <translation>这不是 minisign 私钥文件。请选择 minisign 或本程序生成的文件。</translation>
  </message>
  <message>
   <source>There is not enough memory to open the secret key. Close other programs and try again.</source>
   <translation>内存不足，无法打开私钥。请关闭其他程序后重试。</translation>
  </message>
  <message>
   <source>This is no minisign public key. It is 56 characters beginning with RW; copy it whole.</source>
   <translation>这不是 minisign 公钥。公钥为以 RW 开头的 56 个字符，请完整复制。</translation>
  </message>
  <message>
   <source>The password does not open this secret key. Type it again.</source>
   <translation>密码打不开此私钥。请重新输入。</translation>
  </message>
  <message>
   <source>The folder %1 is not there. Choose another one.</source>
   <translation>文件夹 %1 不存在。请另选。</translation>
  </message>
  <message>
   <source>Nothing can be written in %1. Choose another folder.</source>
   <translation>%1 不能写入。请另选文件夹。</translation>
  </message>
  <message>
   <source>The finished file could not be given its name %1. Check the folder and try again.</source>
   <translation>已写完的文件无法命名为 %1。请检查文件夹后重试。</translation>
  </message>
  <message>
   <source>The password file is empty. Write the password on its first line.</source>
   <translation>密码文件为空。请把密码写在第一行。</translation>
  </message>
  <message>
   <source>There is no room left. Free some space or take another stick, then try again.</source>
   <translation>空间已满。请腾出空间或更换U盘后重试。</translation>
  </message>
  <message>
   <source>Writing failed. Check the stick or disk and try again.</source>
   <translation>写入失败。请检查U盘或磁盘后重试。</translation>
  </message>
  <message>
   <source>Reading failed. Check the stick or disk and try again.</source>
   <translation>读取失败。请检查U盘或磁盘后重试。</translation>
  </message>
  <message>
   <source>This file is larger than such a file may be. Check that it is the right one.</source>
   <translation>此文件超出了这类文件的大小上限。请核对是否选对了文件。</translation>
  </message>
  <message>
   <source>The package could not be put together. Please try again.</source>
   <translation>数据包未能生成。请重试。</translation>
  </message>
  <message>
   <source>This zip file is damaged or no zip file. Fetch it again or choose another one.</source>
   <translation>此 zip 文件已损坏或不是 zip 文件。请重新获取或另选文件。</translation>
  </message>
  <message>
   <source>This zip file holds more files than a package may. It was not opened.</source>
   <translation>此 zip 文件所含文件数超过上限，未打开。</translation>
  </message>
  <message>
   <source>This zip file unpacks to far more than a package may (a zip bomb). It was not opened.</source>
   <translation>此 zip 文件解压后远超上限（疑似压缩炸弹），未打开。</translation>
  </message>
  <message>
   <source>'%1' is no quarter. Write it as 2026Q3.</source>
   <translation>“%1”不是季度。请写成 2026Q3。</translation>
  </message>
  <message>
   <source>%1 is there already. Choose another folder or move the file away.</source>
   <translation>%1 已存在。请另选文件夹或移走该文件。</translation>
  </message>
  <message>
   <source>The package is not signed, so nobody can tell who made it. Ask the sender for another one.</source>
   <translation>数据包没有签名，无法确认由谁制作。请发送方重新提供。</translation>
  </message>
  <message>
   <source>The signed tag manifest does not list this file, so it may have been changed.</source>
   <translation>签名的清单未列出此文件，可能已被改动。</translation>
  </message>
  <message>
   <source>bag-info.txt does not say as a package must which centre, quarter and sequence it is.</source>
   <translation>bag-info.txt 未按要求写明中心、季度和序号。</translation>
  </message>
  <message>
   <source>Inside, this package is called %1. It was renamed or exchanged.</source>
   <translation>此数据包内部名称为 %1，文件被改名或调换。</translation>
  </message>
  <message>
   <source>bag-info.txt does not name the audit chain's ends.</source>
   <translation>bag-info.txt 未写明审计链的起止。</translation>
  </message>
  <message>
   <source>The package has no readable datapackage.json, so its tables cannot be judged.</source>
   <translation>数据包中没有可读的 datapackage.json，无法检查各表。</translation>
  </message>
  <message>
   <source>datapackage.json describes this table, but it is not there.</source>
   <translation>datapackage.json 列出了此表，但文件不存在。</translation>
  </message>
  <message>
   <source>%1 records that %2 points at are not in the package.</source>
   <translation>%2 所引用的 %1 条记录不在数据包中。</translation>
  </message>
  <message>
   <source>The audit chain does not lead from where it begins to where it should end: history was rewritten or cut.</source>
   <translation>审计链不能从起点连到应有的终点：历史记录被改写或截断。</translation>
  </message>
  <message>
   <source>The file changed while it was read. Verify it again.</source>
   <translation>读取过程中文件发生变化。请重新校验。</translation>
  </message>
  <message>
   <source>No package was written: it is not set to whom it is sealed. Enter the district's key (age1…) in the settings or with --recipient, or give a passphrase with --passphrase-file.</source>
   <translation>未写出数据包：尚未设置收件方。请在“设置”中填写区民政局收件公钥（age1…）或用 --recipient 指定，或用 --passphrase-file 提供口令。</translation>
  </message>
  <message>
   <source>What the stick holds is not what was written to it. It may be worn out: take another one and write the package again.</source>
   <translation>U盘中读回的内容与写入的不一致，U盘可能已老化。请更换U盘后重新写入。</translation>
  </message>
  <message>
   <source>datapackage.json does not describe this table in a way that is known here.</source>
   <translation>datapackage.json 对此表的说明无法识别。</translation>
  </message>
  <message>
   <source>Row %1: %2 is empty but must not be.</source>
   <translation>第 %1 行：%2 为空，但必须填写。</translation>
  </message>
  <message>
   <source>Row %1: what stands under %2 does not fit its type or limits.</source>
   <translation>第 %1 行：%2 的内容不符合类型或限制。</translation>
  </message>
  <message>
   <source>The heading row is not the one that datapackage.json describes.</source>
   <translation>表头与 datapackage.json 的说明不一致。</translation>
  </message>
  <message>
   <source>Row %1 has %2 cells, not %3.</source>
   <translation>第 %1 行有 %2 个单元格，应为 %3 个。</translation>
  </message>
  <message>
   <source>Row %1 repeats a number that another row has.</source>
   <translation>第 %1 行的编号与其他行重复。</translation>
  </message>
  <message>
   <source>After row %1 this is no CSV any more.</source>
   <translation>第 %1 行之后不再是有效的 CSV。</translation>
  </message>
  <message>
   <source>There are %1 rows, but datapackage.json states %2.</source>
   <translation>共有 %1 行，但 datapackage.json 声明为 %2 行。</translation>
  </message>
  <message>
   <source>The file would be written over itself. Please choose another name for the result.</source>
   <translation>结果会覆盖原文件本身，请另起一个文件名。</translation>
  </message>
  <message>
   <source>A signature stands beside its file, so the standard stream cannot be signed. Please name a file.</source>
   <translation>签名文件要放在原文件旁边，标准输入无法签名，请指定文件。</translation>
  </message>
  <message>
   <source>This secret key is locked by a password. Please give --password-file.</source>
   <translation>此私钥有密码保护，请用 --password-file 给出密码。</translation>
  </message>
  <message>
   <source>Another package was written meanwhile, so this one has a number that is taken and was withdrawn. Please write it again.</source>
   <translation>其间已写出另一个数据包，本包的编号已被占用，已撤回。请重新写出。</translation>
  </message>
  <message>
   <source>A policy file of the package is too large.</source>
   <translation>数据包中的政策文件过大。</translation>
  </message>
  <message>
   <source>A replay writes nothing down.</source>
   <translation>复算不写入任何内容。</translation>
  </message>
  <message>
   <source>A replay opens nothing that is sealed.</source>
   <translation>复算不打开任何密封内容。</translation>
  </message>
  <message>
   <source>The table %1 of the package cannot be read.</source>
   <translation>数据包中的表 %1 无法读取。</translation>
  </message>
  <message>
   <source>The system of a computer left this file in the payload; nobody meant to send it.</source>
   <translation>这是电脑系统自动留在内容里的文件，并非有意发送。</translation>
  </message>
  <message>
   <source>This file is not in %1, the encoding that bagit.txt names.</source>
   <translation>此文件不是 bagit.txt 所声明的编码 %1。</translation>
  </message>
  <message>
   <source>Names are marked with '*', as md5sum does and a bag should not.</source>
   <translation>文件名前带有“*”，这是 md5sum 的写法，数据袋中不应出现。</translation>
  </message>
  <message>
   <source>The bag has no folder 'data', which holds what it carries.</source>
   <translation>数据袋缺少存放内容的 data 文件夹。</translation>
  </message>
  <message>
   <source>A line of fetch.txt is not 'address length name'. The bag was changed or badly made.</source>
   <translation>fetch.txt 中有一行不是“地址 长度 文件名”的写法。数据袋被改动过或制作有误。</translation>
  </message>
  <message>
   <source>The package does not hold, nothing was taken over: %1</source>
   <translation>数据包未通过核验，没有读回任何内容：%1</translation>
  </message>
  <message>
   <source>This is a package of another centre (%1). Only this centre's own can be read back.</source>
   <translation>这是另一个中心（%1）的数据包。只能读回本中心自己的数据包。</translation>
  </message>
  <message>
   <source>A row of %1 in the package cannot be read. Nothing was taken over.</source>
   <translation>数据包中“%1”表有一行无法读取，没有读回任何内容。</translation>
  </message>
  <message>
   <source>This receipt does not hold together, so nothing of it was taken over. Ask the district for another copy.</source>
   <translation>这份回执已损坏或不完整，没有采用其中任何内容。请向区民政局另要一份。</translation>
  </message>
  <message>
   <source>This receipt was not signed by the district whose key is set here. Check the district's key in the settings, or ask where the file comes from.</source>
   <translation>这份回执不是用本中心所设的区民政局验签公钥对应的密钥签的。请核对“设置”里的区民政局验签公钥，或问清文件的来源。</translation>
  </message>
  <message>
   <source>The receipt's rows are not what its counts say. It was not written.</source>
   <translation>回执的明细与合计数不符，没有写出。</translation>
  </message>
  <message>
   <source>Changed here since the restore; the package says something else.</source>
   <translation>恢复之后这里已改过，与数据包的内容不同。</translation>
  </message>
  <message>
   <source>The same revision here says something else than the package.</source>
   <translation>版次相同，但内容与数据包不同。</translation>
  </message>
  <message>
   <source>It belongs to a record that could not be taken over.</source>
   <translation>它所属的记录未能读回。</translation>
  </message>
  <message>
   <source>Something else was entered in its place since the restore: the books hold it under another number.</source>
   <translation>恢复之后已另行录入同样的内容，编号不同。</translation>
  </message>
  <message>
   <source>The table %1 of this package has other columns than this program knows. Install the version of Songhe that wrote it; nothing was taken over.</source>
   <translation>此数据包中的“%1”表与本程序的栏目不同。请安装写出该数据包的松鹤版本；未读入任何内容。</translation>
  </message>
  <message>
   <source>It describes a table twice: %1. Ask the sender for another package.</source>
   <translation>其中重复描述了一张表：%1。请让对方重新生成数据包。</translation>
  </message>
  <message>
   <source>%1 lies there already and is not in these books; the new package has a number after it. If a backup was restored here, read it back first ('package recover').</source>
   <translation>那里已有 %1，本中心的账上没有它；新数据包的序号排在它之后。如果恢复过备份，请先用 package recover 读回它。</translation>
  </message>
  <message>
   <source>%1 lies there under this centre's name, but is sealed to somebody else. It was left alone.</source>
   <translation>那里的 %1 用的是本中心的名称，却是加密给别人的，没有动它。</translation>
  </message>
  <message>
   <source>%1 lies there already and cannot be opened, so it is not known whose it is. It was left alone; the new package has a number after it.</source>
   <translation>那里已有 %1，但无法打开，不知是谁的，没有动它；新数据包的序号排在它之后。</translation>
  </message>
  <message>
   <source>%1 lies there under this centre's name and cannot be opened; its number is one that this centre never came to. It was left alone.</source>
   <translation>%1 用了本中心的名称，但打不开，序号也远超本中心用过的，未予理会。</translation>
  </message>
 </context>
 <context>
  <name>songhe::FacilityDesk</name>
  <message>
   <source>Facility %1: the last day (%2) lies before the first (%3). Please check both.</source>
   <translation>设施 %1：停用日（%2）早于启用日（%3），请核对。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先登记该站点。</translation>
  </message>
  <message>
   <source>There is a facility with code %1 already. Please choose another code.</source>
   <translation>已有编码为 %1 的设施，请换一个编码。</translation>
  </message>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>没有设施 %1，请先登记该设施。</translation>
  </message>
  <message>
   <source>The floor area of %1 must be more than 0. Write it in m².</source>
   <translation>设施 %1 的面积须大于 0，请以平方米填写。</translation>
  </message>
  <message>
   <source>Beds cannot be below 0.</source>
   <translation>床位数不能小于 0。</translation>
  </message>
  <message>
   <source>Please name the facility by its code; 'facility list' shows them.</source>
   <translation>请用编码指明设施；用 facility list 可查看各设施编码。</translation>
  </message>
  <message>
   <source>There is no facility '%1'; 'facility list' shows their codes.</source>
   <translation>没有设施“%1”；用 facility list 可查看各设施编码。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Finding</name>
  <message>
   <source>%1: the same person had meals at more than one centre on %2.</source>
   <translation>%1：同一人 %2 在不止一个中心用餐。</translation>
  </message>
  <message>
   <source>%1: the same person had a bed at more than one centre, from %2 on.</source>
   <translation>%1：同一人自 %2 起在不止一个中心占用床位。</translation>
  </message>
  <message>
   <source>%1: %3 yuan were claimed for days after the death of this person on %2.</source>
   <translation>%1：此人于 %2 去世，之后仍申领 %3 元。</translation>
  </message>
  <message>
   <source>%1: claimed twice under %2, %3.</source>
   <translation>%1：按 %2 重复申领，%3。</translation>
  </message>
  <message>
   <source>%1: a claim of %3 was settled by %2, which was not in force then.</source>
   <translation>%1：%3 的申领按 %2 结算，而该政策当时并未施行。</translation>
  </message>
  <message>
   <source>%1: package %2 never arrived. Ask the centre for it or for a new one.</source>
   <translation>%1：缺包，第 %2 号数据包未收到。请向中心索取原包或新包。</translation>
  </message>
  <message>
   <source>%1: the number %2 was given to more than one package.</source>
   <translation>%1：序号 %2 用于不止一个数据包。</translation>
  </message>
  <message>
   <source>%1: these books were restored from a backup at %2. What was recorded between the backup and then stands only in earlier packages.</source>
   <translation>%1：账册于 %2 由备份恢复。备份之后至恢复之前的记录只存于较早的数据包中。</translation>
  </message>
  <message>
   <source>%1: nothing was delivered for %2.</source>
   <translation>%1：%2 未报送。</translation>
  </message>
  <message>
   <source>%1: the same person by resident number is on file at these centres.</source>
   <translation>%1：按证件号码，同一人在这些中心均有档案。</translation>
  </message>
  <message>
   <source>%1: probably the same person, by name and date of birth. Compare the files and ask for the resident number.</source>
   <translation>%1：姓名和出生日期相同，可能为同一人。请核对档案并补证件号码。</translation>
  </message>
  <message>
   <source>%1: package %2 tells another history than other packages of the same books: the past was rewritten, or two copies of the books are in use.</source>
   <translation>%1：数据包 %2 的审计链与同一账册的其他数据包不一致：历史记录被改写过，或账册有两份在同时使用。</translation>
  </message>
  <message>
   <source>%1: the same revision of a record in the table '%2' came with two different contents.</source>
   <translation>%1：“%2”表中一条记录的同一版本收到两种不同内容。</translation>
  </message>
  <message>
   <source>%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on.</source>
   <translation>%1：%3 的申领按 %2 结算，而该政策当时并未施行：其第 %4 版自 %5 起优先。</translation>
  </message>
  <message>
   <source>%1: a claim of %3 was settled by %2, which was not in force then: version %4 of it went before, from %5 on (sent by: %6).</source>
   <translation>%1：%3 的申领按 %2 结算，而该政策当时并未施行：其第 %4 版自 %5 起优先（送来单位：%6）。</translation>
  </message>
 </context>
 <context>
  <name>songhe::FrozenCheckRepository</name>
  <message>
   <source>Claim %1 (%2): row %3 of what was known at its signature is not what the audit log says of %4 %5. Restore the newest backup from before this.</source>
   <translation>申领 %1（%2）：签章时留存的情况第 %3 行与日志中 %4 %5 的记载不符。请用此前最近的备份恢复。</translation>
  </message>
  <message>
   <source>Claim %1 (%2): row %3 of the records at its signature is not what the audit log says of %4 %5. Restore the newest backup from before this.</source>
   <translation>申领 %1（%2）：签章时留存的记录第 %3 行与日志中 %4 %5 的记载不符。请用此前最近的备份恢复。</translation>
  </message>
  <message>
   <source>Claim %1 (%2): %3 %4 decided a line, and is missing among what was written down at its signature. Restore the newest backup from before this.</source>
   <translation>申领 %1（%2）：%3 %4 决定了明细，但签章时留存的内容里没有它。请用此前最近的备份恢复。</translation>
  </message>
  <message>
   <source>Claim %1 (%2): the facts written down at its signature are not those that the claim was made of.</source>
   <translation>申领 %1（%2）：签章时留存的情况不是这张申领单所依据的情况。</translation>
  </message>
 </context>
 <context>
  <name>songhe::HealthPlan</name>
  <message>
   <source>a number like 6.4 is wanted here, as text, with as many decimals as the kind has.</source>
   <translation>此处应为 6.4 这样的数（写成文本），小数位数与项目一致。</translation>
  </message>
  <message>
   <source>from or to is wanted here.</source>
   <translation>此处须有 from 或 to。</translation>
  </message>
  <message>
   <source>it must be more than 'least'.</source>
   <translation>必须大于 least。</translation>
  </message>
  <message>
   <source>this list is empty.</source>
   <translation>此列表为空。</translation>
  </message>
  <message>
   <source>there is no such kind.</source>
   <translation>没有这个项目。</translation>
  </message>
  <message>
   <source>the example and the bands do not agree.</source>
   <translation>示例与警戒范围不一致。</translation>
  </message>
  <message>
   <source>%1 from %2 to %3</source>
   <translation>%1 %2 至 %3</translation>
  </message>
  <message>
   <source>%1 is written as %2 (%3).</source>
   <translation>%1请写成 %2（%3）。</translation>
  </message>
  <message>
   <source>The catalogue of measurements cannot be read.</source>
   <translation>测量目录无法读取。</translation>
  </message>
  <message>
   <source>each kind must stand here once: blood_pressure, glucose, weight, temperature.</source>
   <translation>各项目须各有一条：blood_pressure、glucose、weight、temperature。</translation>
  </message>
 </context>
 <context>
  <name>songhe::IncidentDesk</name>
  <message>
   <source>The moment of the incident is missing. Please fill in when it was.</source>
   <translation>缺发生时间，请填写。</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the incident is of %2. Give both for the same day.</source>
   <translation>时间 at 在国内是 %1，而意外登记为 %2，请改成同一天。</translation>
  </message>
  <message>
   <source>That moment has not come yet. Please check the day and the time.</source>
   <translation>这个时间还没到，请核对日期和时间。</translation>
  </message>
  <message>
   <source>'Harmed by' goes with the kind 'harm' only. Please leave it empty.</source>
   <translation>“伤害由谁造成”只用于他伤和自伤，其他类别请留空。</translation>
  </message>
  <message>
   <source>A call comes first, then its answer, then the arrival. Please check the three times.</source>
   <translation>应先呼叫、再应答、后到达，请核对三个时间。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先添加。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Keys</name>
  <message>
   <source>The key data in this file are damaged. Please restore the newest backup.</source>
   <translation>此文件中的密钥数据已损坏，请用最近的备份恢复。</translation>
  </message>
  <message>
   <source>This computer has too little free memory to check the password. Please close other programs and try again.</source>
   <translation>电脑可用内存不足，无法核对密码。请关闭其他程序后再试。</translation>
  </message>
  <message>
   <source>User name and password do not fit. Please type them again.</source>
   <translation>用户名与密码不符，请重新输入。</translation>
  </message>
  <message>
   <source>Sealed data do not open: they were changed or belong elsewhere. Please run 'check'.</source>
   <translation>封存的内容打不开：可能被改动过，或不属于此处。请运行“check”检查。</translation>
  </message>
 </context>
 <context>
  <name>songhe::MealDesk</name>
  <message>
   <source>The day %1 has not come yet. Meals are recorded on their day or later.</source>
   <translation>%1 还没有到，用餐只能在当日或之后登记。</translation>
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation>没有编号为 %1 的老年人，请按姓名或证件末几位查找。</translation>
  </message>
  <message>
   <source>This file was made void (%1). Please serve her under the file that counts.</source>
   <translation>此档案已作废（%1），请在有效的档案下登记。</translation>
  </message>
  <message>
   <source>Recorded as deceased on %1. Please check who this is.</source>
   <translation>记录显示已于 %1 去世，请核实来人身份。</translation>
  </message>
  <message>
   <source>Already served today: %1 at %2 (%3). A second meal of the day is not subsidised.</source>
   <translation>今日已用餐：%1，%2（%3）。同一天的第二餐不予补贴。</translation>
  </message>
  <message>
   <source>Already recorded here at this sitting (%1). If that was a mistake, take it back with Ctrl+Z.</source>
   <translation>本餐次已在此登记（%1）。如登错，请按 Ctrl+Z 撤销。</translation>
  </message>
  <message>
   <source>taken back at the desk</source>
   <translation>前台撤销</translation>
  </message>
  <message>
   <source>Nothing of the list was recorded. Elder %1: %2</source>
   <translation>整批均未登记。编号 %1 的老人：%2</translation>
  </message>
  <message>
   <source>Please write down why this meal is entered late.</source>
   <translation>请写明为什么补录这一餐。</translation>
  </message>
  <message>
   <source>A late entry is confirmed by another person than who enters it.</source>
   <translation>补录须由登记人以外的另一人确认。</translation>
  </message>
  <message numerus="yes">
   <source>%1 is %n day(s) back: a late entry wants a reason and a second person, who confirms it by her own password.</source>
   <translation>
    <numerusform>%1 已过去 %n 天：补录须写明理由，并由第二人凭自己的密码确认。</numerusform>
   </translation>
  </message>
  <message>
   <source>Entered late, and nobody else is there to confirm it. The check before signing shows it.</source>
   <translation>已补录，但中心没有第二人可以确认；签章前的核对会提示。</translation>
  </message>
 </context>
 <context>
  <name>songhe::MealGrid</name>
  <message>
   <source>It cannot be told which month the table is about. Write it into the title, as in 2021年9月老年人助餐登记表.</source>
   <translation>看不出是哪个月的表。请在标题中写明，如：2021年9月老年人助餐登记表。</translation>
  </message>
  <message>
   <source>No table of meals was found. It needs a heading row with 姓名 and the days of the month.</source>
   <translation>没有找到助餐登记表。表头要有“姓名”和当月的日期。</translation>
  </message>
 </context>
 <context>
  <name>songhe::MeasurementDesk</name>
  <message>
   <source>The moment of the measurement is missing. Please fill in when it was.</source>
   <translation>缺测量时间，请填写。</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the measurement is of %2. Give both for the same day.</source>
   <translation>时间 at 在国内是 %1，而测量登记为 %2，请改成同一天。</translation>
  </message>
  <message>
   <source>That moment has not come yet. Please check the day and the time.</source>
   <translation>这个时间还没到，请核对日期和时间。</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>员工中没有编号 %1，请先添加。</translation>
  </message>
 </context>
 <context>
  <name>songhe::OdsReader</name>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>工作簿设有密码。请用电子表格软件打开，去掉密码另存后再导入。</translation>
  </message>
 </context>
 <context>
  <name>songhe::PackageDesk</name>
  <message>
   <source>No meal was recorded in %1. Is it the right quarter?</source>
   <translation>%1 没有用餐记录。请核对季度是否正确。</translation>
  </message>
  <message>
   <source>%1 is not over before %2. What is recorded later needs another package.</source>
   <translation>%1 到 %2 才结束。之后登记的内容需另写数据包。</translation>
  </message>
  <message>
   <source>The district's key is not set. Enter it in the settings, or seal the package with a passphrase.</source>
   <translation>尚未设置区民政局收件公钥。请在“设置”中填写，或用口令加密数据包。</translation>
  </message>
  <message>
   <source>%1 has meals but no claim. Settle the month first.</source>
   <translation>%1 有用餐记录但未结算。请先结算该月。</translation>
  </message>
  <message>
   <source>Persons served without a resident number: %1.</source>
   <translation>有用餐但没有身份证号的人数：%1。</translation>
  </message>
  <message>
   <source>Persons served on a day for which no registered division is known: %1.</source>
   <translation>用餐当天没有户籍地记录的人数：%1。</translation>
  </message>
  <message>
   <source>Persons served who have facts that could not be told: %1.</source>
   <translation>用餐人员中有未能识别情况的人数：%1。</translation>
  </message>
  <message>
   <source>Persons with meals after the date of death: %1.</source>
   <translation>去世日期之后仍有用餐记录的人数：%1。</translation>
  </message>
  <message>
   <source>A package is sealed to keys or to a passphrase, not to both. Leave one out.</source>
   <translation>数据包只能用公钥或口令之一加密，不能同时使用。请去掉一种。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Period</name>
  <message>
   <source>'%1' is no period. Write a month as 2021-09, a quarter as 2021Q3 or a year as 2021.</source>
   <translation>“%1”不是期间。月份写作 2021-09，季度写作 2021Q3，年度写作 2021。</translation>
  </message>
 </context>
 <context>
  <name>songhe::PersonName</name>
  <message>
   <source>The name is missing. Please fill it in.</source>
   <translation>没有姓名，请填写。</translation>
  </message>
  <message>
   <source>'%1' is not part of a name. Please write the name as it stands on the identity card.</source>
   <translation>姓名中不应有“%1”，请按身份证上的姓名填写。</translation>
  </message>
  <message>
   <source>A name has at least two characters. Please write it in full.</source>
   <translation>姓名至少两个字，请填写全名。</translation>
  </message>
  <message>
   <source>A name has at most 50 characters, this one has %1.</source>
   <translation>姓名最多 50 个字，这里是 %1 个字。</translation>
  </message>
 </context>
 <context>
  <name>songhe::PolicyDesk</name>
  <message>
   <source>The policy file %1 cannot be opened. Please check where it lies.</source>
   <translation>政策文件 %1 无法打开，请检查文件位置。</translation>
  </message>
 </context>
 <context>
  <name>songhe::PolicyShelf</name>
  <message>
   <source>The policy file %1 cannot be read.</source>
   <translation>政策文件 %1 无法读取。</translation>
  </message>
  <message>
   <source>The policy %1 is already here in version %2, with other rules. A changed policy needs a new version number.</source>
   <translation>政策 %1 第 %2 版已存在，但规则不同。规则有改动的政策须用新的版本号。</translation>
  </message>
  <message>
   <source>There is no policy '%1'. Policies here: %2.</source>
   <translation>没有政策“%1”。现有政策：%2。</translation>
  </message>
  <message>
   <source>The policy %1 does not leave open '%2'. It leaves open: %3.</source>
   <translation>政策 %1 没有“%2”这一可选项。可选项有：%3。</translation>
  </message>
  <message>
   <source>The policy that claim %1 was signed by is not here any more. Import %2 version %3 again.</source>
   <translation>申领单 %1 签章时所依据的政策已不在，请重新导入 %2 第 %3 版。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ProjectDesk</name>
  <message>
   <source>There is no facility %1. Please add it first.</source>
   <translation>没有设施 %1，请先登记该设施。</translation>
  </message>
  <message>
   <source>There is no project %1. Please add it first.</source>
   <translation>没有项目 %1，请先登记该项目。</translation>
  </message>
  <message>
   <source>The day is missing. Please fill it in.</source>
   <translation>缺少日期，请填写。</translation>
  </message>
  <message>
   <source>The day %1 has not come yet. Please enter the day it was done.</source>
   <translation>%1 尚未到来，请填写实际发生的日期。</translation>
  </message>
  <message>
   <source>Project %1: it was completed (%2) before it began (%3). Please check both.</source>
   <translation>项目 %1：完工日（%2）早于开工日（%3），请核对。</translation>
  </message>
  <message>
   <source>Project %1: amounts, floor area and households cannot be below 0.</source>
   <translation>项目 %1：金额、面积、户数不能小于 0。</translation>
  </message>
  <message>
   <source>There is a project with code %1 already. Please choose another code.</source>
   <translation>已有编码为 %1 的项目，请换一个编码。</translation>
  </message>
  <message>
   <source>It does not say what the money was spent on. Please name the project, or the facility whose running it paid.</source>
   <translation>未写明费用用于何处。请选定项目，或选定所支付运营费用的设施。</translation>
  </message>
  <message>
   <source>The amount must be more than 0. Make an item that was paid back void.</source>
   <translation>金额须大于 0。已退款的费用请作废。</translation>
  </message>
  <message>
   <source>Invoice %1 was used already, for %2 yuan paid on %3 (cost item %4). An invoice counts once.</source>
   <translation>发票 %1 已使用过：%3 支付 %2 元（费用编号 %4）。同一张发票只能计一次。</translation>
  </message>
  <message>
   <source>Project %1 began on %2 and cannot have been accepted on %3.</source>
   <translation>项目 %1 于 %2 开工，不可能在 %3 验收。</translation>
  </message>
  <message>
   <source>Floor area and beds cannot be below 0.</source>
   <translation>面积和床位数不能小于 0。</translation>
  </message>
  <message>
   <source>Project %1 was accepted on %2 already (number %3). Make that acceptance void first if it was wrong.</source>
   <translation>项目 %1 已于 %2 验收合格（编号 %3）。如有误，请先作废那条验收记录。</translation>
  </message>
  <message>
   <source>Please name the project by its code; 'project list' shows them.</source>
   <translation>请用编码指明项目；用 project list 可查看各项目编码。</translation>
  </message>
  <message>
   <source>There is no project '%1'; 'project list' shows their codes.</source>
   <translation>没有项目“%1”；用 project list 可查看各项目编码。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Readings</name>
  <message>
   <source>%1, line %2: this is no reading of a character. Please install the program again.</source>
   <translation>%1 第 %2 行不是汉字读音，请重新安装本程序。</translation>
  </message>
  <message>
   <source>The table of readings cannot be read. Please install the program again.</source>
   <translation>无法读取汉字读音表，请重新安装本程序。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ReceiptDesk</name>
  <message>
   <source>No receipt can be checked before the district's signature key (RW…) is set. Enter it in the settings; the district gives it together with its key for packages.</source>
   <translation>还没有设置区民政局验签公钥（RW…），无法核对回执。请在“设置”里填写；区民政局会连同收件公钥一并提供。</translation>
  </message>
  <message>
   <source>This receipt is for another centre (%1). Give it to them; nothing was taken over.</source>
   <translation>这份回执是给另一个中心（%1）的，请转交。没有采用其中任何内容。</translation>
  </message>
  <message>
   <source>This receipt answers the package %1, which is not known here. If a backup was restored since, recover that package first; otherwise ask the district.</source>
   <translation>这份回执对应数据包 %1，但这里没有它的记录。如果之后恢复过备份，请先把该数据包读回；否则请向区民政局查询。</translation>
  </message>
  <message>
   <source>The district decided about a claim that is not in these books.</source>
   <translation>区民政局的决定所涉及的申领不在本中心的账上。</translation>
  </message>
  <message>
   <source>The claim for %1 is '%2' here, so the district's decision was not applied.</source>
   <translation>%1 的申领在这里是“%2”，没有套用区民政局的决定。</translation>
  </message>
  <message>
   <source>The district, receipt for %1</source>
   <translation>区民政局回执（%1）</translation>
  </message>
  <message>
   <source>There is no line %1 in the work-list. 'receipt items' lists them.</source>
   <translation>待办清单里没有第 %1 项。用“receipt items”查看。</translation>
  </message>
  <message>
   <source>Please write down what was done about it.</source>
   <translation>请写明是怎样处理的。</translation>
  </message>
  <message>
   <source>The district decided about another signing of the claim for %1 than the one in these books, so its decision was not applied. It will decide anew when it has this one.</source>
   <translation>区民政局决定的不是账上这一次签字的 %1 申领，没有套用。区民政局收到这一次的之后会重新审定。</translation>
  </message>
  <message>
   <source>The receipt does not say which signing of the claim for %1 the district decided about, and these books were restored from a backup: the claim may have been signed twice. Ask the district, then enter its decision at the claim.</source>
   <translation>回执没有写明区民政局决定的是 %1 申领的哪一次签字，而本中心的账从备份恢复过，该申领可能签过两次。请问清区民政局，再在该申领上登记决定。</translation>
  </message>
  <message>
   <source>The district now accepts the claim for %1, which it had returned. %2 was settled since in its place (claim %3), so nothing was moved: ask the district which of the two it pays.</source>
   <translation>区民政局改为通过此前退回的 %1 申领，但其间已另行结算 %2（申领 %3），因此没有改动。请问清区民政局支付哪一份。</translation>
  </message>
  <message>
   <source>The district's decision was taken over since.</source>
   <translation>其后已采用区民政局的决定。</translation>
  </message>
 </context>
 <context>
  <name>songhe::RecordTable</name>
  <message>
   <source>Somebody else has changed this record meanwhile. Please open it again and repeat your change.</source>
   <translation>这条记录刚被他人修改过，请重新打开后再改。</translation>
  </message>
  <message>
   <source>Record %1 of table %2 holds a value this program does not know. Please run 'check' and restore a backup.</source>
   <translation>表 %2 的第 %1 号记录含有本程序不认识的内容。请运行“check”检查，并用备份恢复。</translation>
  </message>
  <message>
   <source>Number %1 is already used by another record of this kind with other content.</source>
   <translation>编号 %1 已被同类的另一条内容不同的记录占用。</translation>
  </message>
  <message>
   <source>There is no record with number %1.</source>
   <translation>没有编号为 %1 的记录。</translation>
  </message>
  <message>
   <source>Record %1 is void already.</source>
   <translation>第 %1 号记录已作废。</translation>
  </message>
  <message>
   <source>Please say why it is made void.</source>
   <translation>请填写作废原因。</translation>
  </message>
  <message>
   <source>An entry of the audit log cannot be read. Please run 'check' and restore a backup.</source>
   <translation>审计记录中有一条无法读取。请运行“check”核对，并恢复备份。</translation>
  </message>
 </context>
 <context>
  <name>songhe::RecordsCheck</name>
  <message>
   <source>Record %1 of table %2 has no entry in the audit log.</source>
   <translation>表 %2 的记录 %1 在审计日志中没有条目。</translation>
  </message>
  <message>
   <source>Record %1 of table %2 is not what the audit log says of it.</source>
   <translation>表 %2 的记录 %1 与审计日志所记不符。</translation>
  </message>
  <message>
   <source>Record %1 of table %2 is in the audit log but not in the table.</source>
   <translation>审计日志中有表 %2 的记录 %1，表中却没有。</translation>
  </message>
  <message>
   <source>The audit log ends at entry %1, but package %2 proves that it went as far as entry %3: its last entries were cut off.</source>
   <translation>审计日志止于第 %1 条，但第 %2 号数据包证明其曾到第 %3 条：末尾条目已被截去。</translation>
  </message>
  <message>
   <source>Entry %1 of the audit log is not the one that package %2 proves.</source>
   <translation>审计日志第 %1 条与第 %2 号数据包所证明的不符。</translation>
  </message>
 </context>
 <context>
  <name>songhe::RecordsDesk</name>
  <message>
   <source>The key '%1' is not known. Use: %2.</source>
   <translation>不认识字段“%1”。可用：%2。</translation>
  </message>
  <message>
   <source>It does not say whose it is. Add the key 'elder'.</source>
   <translation>没有写明是谁的。请加上字段“elder”。</translation>
  </message>
  <message>
   <source>There is no site %1. Add it first.</source>
   <translation>没有编号为 %1 的站点。请先登记站点。</translation>
  </message>
  <message>
   <source>She has a meal at this sitting and this point on that day already.</source>
   <translation>该老人当天在本站点这一餐已登记过。</translation>
  </message>
  <message>
   <source>This is no JSON object: %1</source>
   <translation>这一行不是 JSON 对象：%1</translation>
  </message>
  <message>
   <source>The record '%1' is not known. Use one of: %2.</source>
   <translation>不认识记录类型“%1”。可用：%2。</translation>
  </message>
  <message>
   <source>Line %1 is longer than %2 bytes. The file must hold one record a line.</source>
   <translation>第 %1 行超过 %2 字节。文件须每行一条记录。</translation>
  </message>
  <message>
   <source>The file '%1' cannot be opened. Check its name, and that no other program locks it.</source>
   <translation>打不开文件“%1”。请检查文件名，并确认没有被其他程序占用。</translation>
  </message>
  <message>
   <source>Line %1: %2</source>
   <translation>第 %1 行：%2</translation>
  </message>
  <message>
   <source>The file of elder %1 was made void. Write the file that counts.</source>
   <translation>老年人 %1 的档案已作废，请改用有效档案的编号。</translation>
  </message>
  <message>
   <source>Give at most %1 phones of at most %2 characters each.</source>
   <translation>电话最多 %1 个，每个不超过 %2 个字符。</translation>
  </message>
  <message>
   <source>Write contacts as a list of at most %1, each with name, relation and phone, texts of at most %2 characters.</source>
   <translation>联系人写成列表，最多 %1 位，每位含 name、relation、phone，每项不超过 %2 个字符。</translation>
  </message>
  <message>
   <source>The day %1 has not come yet. Meals are recorded on their day or later.</source>
   <translation>%1 还没有到，用餐只能当天或事后登记。</translation>
  </message>
  <message>
   <source>A price cannot be below 0. Give it in fen.</source>
   <translation>价格不能小于 0，请以分为单位填写。</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the meal is of %2. Give both for the same day.</source>
   <translation>时刻 at 按北京时间为 %1，而用餐日为 %2，两者须为同一天。</translation>
  </message>
  <message>
   <source>confirmed: true or false is wanted here.</source>
   <translation>confirmed：此处应为 true 或 false。</translation>
  </message>
  <message>
   <source>area_m2: '%1' is no floor area. Write it in m² with at most two decimals.</source>
   <translation>area_m2：“%1”不是面积。请以平方米填写，最多两位小数。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ResidentNumber</name>
  <message>
   <source>The resident number is missing.</source>
   <translation>没有身份证号码。</translation>
  </message>
  <message>
   <source>The spreadsheet keeps this resident number as a number: its last digits are lost. Format the cell as text and type the number again from the card.</source>
   <translation>表格把身份证号码存成了数值，末几位已经丢失。请把单元格设为“文本”格式，按证件重新录入。</translation>
  </message>
  <message>
   <source>A resident number has 18 characters, this one has %1. Please compare it with the card.</source>
   <translation>身份证号码应为 18 位，这里是 %1 位。请与证件核对。</translation>
  </message>
  <message>
   <source>A resident number has digits only, at the end perhaps an X. Please compare it with the card.</source>
   <translation>身份证号码只能是数字，末位可以是 X。请与证件核对。</translation>
  </message>
  <message>
   <source>The check digit of the resident number is wrong: a digit was mistyped. Please compare it with the card.</source>
   <translation>身份证号码校验位不对，可能录错了某一位。请与证件核对。</translation>
  </message>
  <message>
   <source>The date of birth in the resident number does not exist. Please compare it with the card.</source>
   <translation>身份证号码中的出生日期不存在。请与证件核对。</translation>
  </message>
  <message>
   <source>The division %1 in the resident number is not known. The number is kept.</source>
   <translation>身份证号码中的行政区划代码 %1 未能识别，号码照存。</translation>
  </message>
  <message>
   <source>The division %1 (%2) in the resident number was abolished. The number stays valid.</source>
   <translation>身份证号码中的行政区划 %1（%2）已撤销，号码仍然有效。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Restore</name>
  <message>
   <source>There is no backup at %1. Please check the place.</source>
   <translation>%1 处没有备份，请核对位置。</translation>
  </message>
  <message>
   <source>This backup is damaged and was not used. Please take an older one.</source>
   <translation>此备份已损坏，未予使用，请改用更早的备份。</translation>
  </message>
  <message>
   <source>The history in this backup does not hold together, it was not used: %1</source>
   <translation>此备份的操作记录前后不连贯，未予使用：%1</translation>
  </message>
  <message>
   <source>The backup could not be put in its place. Your data are unchanged.</source>
   <translation>备份未能放回原处，现有数据没有变化。</translation>
  </message>
  <message>
   <source>%1 is no backup of Songhe, or it is damaged. Nothing was changed; please choose another file.</source>
   <translation>%1 不是松鹤的备份，或已损坏。未作任何改动，请另选文件。</translation>
  </message>
  <message>
   <source>This backup was written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</source>
   <translation>此备份由更新版本的松鹤写成。请在本机安装最新版本；未作任何改动。</translation>
  </message>
  <message>
   <source>This is a backup of another centre ('%1'); the data here belong to '%2'. Nothing was changed. To open that backup, restore it into an empty data folder.</source>
   <translation>这是另一中心（“%1”）的备份，本机数据属于“%2”。未作任何改动。如需打开该备份，请恢复到空的数据文件夹。</translation>
  </message>
  <message>
   <source>The present data could not be moved aside. Nothing was changed; please check the permissions of the data folder.</source>
   <translation>无法移开现有数据。未作任何改动，请检查数据文件夹的权限。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Roster</name>
  <message>
   <source>There is no row of a person under the headings. Choose the file that holds the roster.</source>
   <translation>表头下面没有人员。请选择花名册文件。</translation>
  </message>
 </context>
 <context>
  <name>songhe::RosterDesk</name>
  <message>
   <source>The file has no such table. Choose another one.</source>
   <translation>文件中没有这张表。请另选一张。</translation>
  </message>
  <message>
   <source>No column holds the name. Say which one it is.</source>
   <translation>没有“姓名”列。请指定哪一列是姓名。</translation>
  </message>
  <message>
   <source>The day from which the facts hold is no day. Write it as 2021-01-01.</source>
   <translation>情况起始日期不对。请写成 2021-01-01 的样子。</translation>
  </message>
  <message>
   <source>Corrected by a roster</source>
   <translation>由花名册更正</translation>
  </message>
  <message>
   <source>Somebody has changed the files meanwhile. Look at the preview again.</source>
   <translation>期间有人改动了档案。请重新查看预览。</translation>
  </message>
 </context>
 <context>
  <name>songhe::RosterProblems</name>
  <message>
   <source>Refused because</source>
   <extracomment>Heading of the column with the reasons in the workbook of refused rows</extracomment>
   <translation>退回原因</translation>
  </message>
  <message>
   <source>The refused rows could not be saved as '%1'. Check that there is room and that no other program has the file open.</source>
   <translation>退回的行未能保存为“%1”。请检查磁盘空间，并确认该文件没有被其他程序打开。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ScaleShelf</name>
  <message>
   <source>The scale file %1 cannot be read.</source>
   <translation>量表文件 %1 无法读取。</translation>
  </message>
  <message>
   <source>The scale %1 is here already.</source>
   <translation>量表 %1 已存在。</translation>
  </message>
  <message>
   <source>There is no assessment standard '%1'. Use one of: %2.</source>
   <translation>没有评估标准“%1”，可用：%2。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Schema</name>
  <message>
   <source>%1 is missing. Please fill it in.</source>
   <translation>缺少“%1”，请填写。</translation>
  </message>
  <message>
   <source>%1 is too long: %2 characters, at most %3 are kept. Please shorten it.</source>
   <translation>“%1”过长：共 %2 个字符，最多 %3 个，请缩短。</translation>
  </message>
  <message>
   <source>%1: '%2' is not a day. Write it as 2021-09-03.</source>
   <translation>%1：“%2”不是日期，请写成 2021-09-03。</translation>
  </message>
  <message>
   <source>%1: '%2' is not a moment. Write it as 2021-09-03T03:40:00Z.</source>
   <translation>%1：“%2”不是时间，请写成 2021-09-03T03:40:00Z。</translation>
  </message>
  <message>
   <source>%1: '%2' is not known. Use one of: %3.</source>
   <translation>%1：“%2”无法识别，请从下列各项中选用：%3。</translation>
  </message>
  <message>
   <source>%1: '%2' does not fit here.</source>
   <translation>%1：此处不能填“%2”。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ServiceDesk</name>
  <message>
   <source>The day %1 has not come yet. Services are recorded on their day or later.</source>
   <translation>%1 尚未到来。服务只能在当日或之后登记。</translation>
  </message>
  <message>
   <source>The moment 'at' lies on %1 in China, but the service is of %2. Give both for the same day.</source>
   <translation>开始时间 at 按北京时间是 %1，而服务日期是 %2，请填写同一日。</translation>
  </message>
  <message>
   <source>A service takes 1 to %1 minutes, not %2.</source>
   <translation>服务时长应为 1 至 %1 分钟，不能是 %2。</translation>
  </message>
  <message>
   <source>Price %1 and subsidy %2 do not go together: neither is below 0, and the subsidy is a part of the price.</source>
   <translation>价格 %1 与补贴 %2 不符：两者都不能小于 0，且补贴不超过价格。</translation>
  </message>
  <message>
   <source>Satisfaction is a number from 1 to 5.</source>
   <translation>满意度是 1 至 5 的整数。</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>没有编号为 %1 的工作人员，请先登记。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先登记该站点。</translation>
  </message>
  <message>
   <source>Elder %1 is absent on %2 (%3, number %4). Please end that absence first.</source>
   <translation>老年人 %1 在 %2 不在（%3，请假编号 %4）。请先结束该请假记录。</translation>
  </message>
  <message>
   <source>Another person signed: please write who it was, and the relation to the elder.</source>
   <translation>由他人代签：请填写代签人及其与老人的关系。</translation>
  </message>
  <message>
   <source>%1 is closed: its claim is signed. Ask the manager to open it for a named reason, then record the service.</source>
   <translation>%1 已结账：申领已签字。请负责人注明原因后重新开放，再登记服务。</translation>
  </message>
  <message>
   <source>A service for a group has 1 to %1 elders, not %2.</source>
   <translation>集体服务的人数应为 1 至 %1 人，不能是 %2 人。</translation>
  </message>
  <message>
   <source>Elder %1: %2</source>
   <translation>老人 %1：%2</translation>
  </message>
  <message numerus="yes">
   <source>Nothing was recorded: %n of the group cannot be served so.</source>
   <translation>
    <numerusform>未登记：其中 %n 人不能这样登记。</numerusform>
   </translation>
  </message>
  <message>
   <source>There is no service with number %1. Its number stands on the slip and on the list of the day.</source>
   <translation>没有编号为 %1 的服务，编号见服务单和当日列表。</translation>
  </message>
  <message>
   <source>Service %1 was made void.</source>
   <translation>服务 %1 已作废。</translation>
  </message>
  <message>
   <source>Service %1 is signed already (%2, %3).</source>
   <translation>服务 %1 已签收（%2，%3）。</translation>
  </message>
  <message>
   <source>The elder was absent on that day (%1, number %2).</source>
   <translation>老人当日不在（%1，编号 %2）。</translation>
  </message>
  <message>
   <source>It was recorded after the claim of %1 was signed.</source>
   <translation>此服务是在 %1 的申领签字之后登记的。</translation>
  </message>
  <message>
   <source>No service agreement of this elder covers '%1' on %2.</source>
   <translation>该老人在 %2 没有包含“%1”的服务协议。</translation>
  </message>
  <message>
   <source>The elder is recorded as deceased on %1.</source>
   <translation>老人登记的去世日期为 %1。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Session</name>
  <message>
   <source>Please fill in the centre's name, its code and the first user's name.</source>
   <translation>请填写中心名称、编码和第一位用户的姓名。</translation>
  </message>
  <message>
   <source>The password is too short. Please use at least 6 characters.</source>
   <translation>密码过短，请至少使用 6 个字符。</translation>
  </message>
  <message>
   <source>There is no centre in this data folder yet. Please set one up first.</source>
   <translation>此数据文件夹中尚未建立中心，请先设置。</translation>
  </message>
  <message>
   <source>There is a centre in %1 already. Choose another folder, or sign in.</source>
   <translation>%1 中已有一个中心，请换一个文件夹，或直接登录。</translation>
  </message>
  <message>
   <source>The new data file could not be put in its place. Please check the data folder.</source>
   <translation>新的数据文件未能放入数据文件夹，请检查该文件夹。</translation>
  </message>
  <message>
   <source>Several people work here. Please say who is signing in.</source>
   <translation>这里有多位用户，请说明由谁登录。</translation>
  </message>
  <message>
   <source>User name and password do not fit. Please type them again.</source>
   <translation>用户名与密码不符，请重新输入。</translation>
  </message>
  <message>
   <source>The key data in this file are damaged. Please restore the newest backup.</source>
   <translation>此文件中的密钥数据已损坏，请用最近的备份恢复。</translation>
  </message>
  <message>
   <source>The recovery key does not fit this centre. Please compare it letter by letter with the printed sheet.</source>
   <translation>恢复密钥与本中心不符，请与打印件逐字核对。</translation>
  </message>
  <message>
   <source>The centre's keys are missing. Please restore the newest backup.</source>
   <translation>缺少本中心的密钥，请用最近的备份恢复。</translation>
  </message>
  <message>
   <source>Somebody else's work waits here. Only who locked it can go on with it.</source>
   <translation>这里有另一位用户没写完的内容，只有本人登录才能接着写。</translation>
  </message>
  <message>
   <source>The books are locked. Please sign in again.</source>
   <translation>已锁定，请重新登录。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Settings</name>
  <message>
   <source>There is no setting '%1'.</source>
   <translation>没有名为“%1”的设置。</translation>
  </message>
  <message>
   <source>The setting '%1' cannot take this value. Allowed: %2.</source>
   <translation>设置项“%1”不能用这个值，可填：%2。</translation>
  </message>
 </context>
 <context>
  <name>songhe::SettlementDesk</name>
  <message>
   <source>There is no claim with number %1.</source>
   <translation>没有编号为 %1 的申领。</translation>
  </message>
  <message>
   <source>Nothing was written: claim %1 for %2 is kept under the same policy and covers days of %3 as well, so these meals would be claimed twice. Please settle %2 instead.</source>
   <translation>未写入：同一政策下已有 %2 的申领 %1，与 %3 的日期重叠，这些餐次会重复申领。请改为结算 %2。</translation>
  </message>
  <message>
   <source>Claim %1 (%2, %3): its lines are not the ones it was written with; they come to %4 yuan, the claim says %5. Restore the newest backup from before this.</source>
   <translation>申领 %1（%2，%3）的明细与写入时不符：明细合计 %4 元，申领书为 %5 元。请用出现问题之前的最近备份恢复。</translation>
  </message>
 </context>
 <context>
  <name>songhe::SheetBuilder</name>
  <message>
   <source>The table has more than %1 rows. Split it into several files.</source>
   <translation>表格超过 %1 行。请分成几个文件。</translation>
  </message>
  <message>
   <source>The table has more than %1 columns. Delete what does not belong to it and save it again.</source>
   <translation>表格超过 %1 列。请删去多余内容后重新保存。</translation>
  </message>
  <message>
   <source>A cell in row %1 holds more than %2 characters. Shorten it and save the file again.</source>
   <translation>第 %1 行有一个单元格超过 %2 个字。请缩短后重新保存。</translation>
  </message>
  <message>
   <source>The table has more than %1 cells. Split it into several files.</source>
   <translation>表格超过 %1 个单元格。请分成几个文件。</translation>
  </message>
  <message>
   <source>The table joins too many cells. Undo the joining in your spreadsheet program and save it again.</source>
   <translation>表格合并的单元格太多。请在电子表格软件中取消合并后重新保存。</translation>
  </message>
 </context>
 <context>
  <name>songhe::SiteDesk</name>
  <message>
   <source>There is a site with code %1 already. Please choose another code.</source>
   <translation>已有编码为 %1 的站点，请换一个编码。</translation>
  </message>
  <message>
   <source>The centre has no meal point yet. Please add one first.</source>
   <translation>本中心还没有助餐点，请先添加。</translation>
  </message>
  <message>
   <source>There is no site '%1'. See the list of sites for their codes.</source>
   <translation>没有站点“%1”，编码见站点列表。</translation>
  </message>
 </context>
 <context>
  <name>songhe::StaffDesk</name>
  <message>
   <source>Write certificates as a list of at most %1, each with kind (a word such as care_worker), and from and until as days.</source>
   <translation>持证请写成列表，最多 %1 项，每项含 kind（如 care_worker）以及日期 from、until。</translation>
  </message>
  <message>
   <source>The last day (%1) lies before the first (%2). Please check both.</source>
   <translation>离职日（%1）早于入职日（%2），请核对。</translation>
  </message>
  <message>
   <source>There is no site %1. Please add it first.</source>
   <translation>没有站点 %1，请先登记该站点。</translation>
  </message>
  <message>
   <source>Hours a week are 0 to %1, not %2.</source>
   <translation>每周工时应为 0 至 %1 小时，不能是 %2 小时。</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>没有编号为 %1 的工作人员，请先添加。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Store</name>
  <message>
   <source>The backup could not be written to the end. Please try another place.</source>
   <translation>备份未能写完，请换一个位置再试。</translation>
  </message>
  <message>
   <source>The backup was written but does not read back well: it was thrown away. Please try another place.</source>
   <translation>备份写入后核对不符，已丢弃。请换一个位置再试。</translation>
  </message>
  <message>
   <source>The backup could not be put in its place. Please try another place.</source>
   <translation>备份无法放到指定位置，请换一个位置再试。</translation>
  </message>
  <message>
   <source>A record of table %1 (row %2) refers to one of table %3 that is not here.</source>
   <translation>表 %1 第 %2 行所引用的表 %3 的记录不存在。</translation>
  </message>
  <message>
   <source>These data were written by a newer Songhe. Please install the newest program on this computer; nothing was changed.</source>
   <translation>这些数据由更新版本的松鹤写成。请在本机安装最新版本；数据未作任何改动。</translation>
  </message>
  <message>
   <source>Internal fault: a query got the wrong number of values.</source>
   <translation>程序内部错误：查询所给的值个数不对。</translation>
  </message>
  <message>
   <source>A part of this work failed, so nothing of it was saved. Please try again.</source>
   <translation>其中一步没有成功，因此全部未保存，请重试。</translation>
  </message>
  <message>
   <source>A record this one refers to is not here. Please check its number.</source>
   <translation>所引用的记录不存在，请核对编号。</translation>
  </message>
  <message>
   <source>This is recorded already.</source>
   <translation>已经登记过了。</translation>
  </message>
  <message>
   <source>Another program is using these data. Please close it and try again.</source>
   <translation>另一个程序正在使用这些数据，请关闭它后再试。</translation>
  </message>
  <message>
   <source>The data folder cannot be written. Please check its permissions; nothing was changed.</source>
   <translation>数据文件夹无法写入，请检查权限；数据未作任何改动。</translation>
  </message>
  <message>
   <source>The data file cannot be opened. Please check that the data folder exists and can be read.</source>
   <translation>数据文件打不开，请检查数据文件夹是否存在、能否读取。</translation>
  </message>
  <message>
   <source>The disk is full. Nothing was saved; please make room and try again.</source>
   <translation>磁盘已满，未保存任何内容。请腾出空间后再试。</translation>
  </message>
  <message>
   <source>The data file is damaged. Please stop working and restore the newest backup.</source>
   <translation>数据文件已损坏。请停止操作，用最近的备份恢复。</translation>
  </message>
  <message>
   <source>The data file could not be read or written. Nothing was saved; please try again.</source>
   <translation>数据文件读写失败，未保存任何内容，请重试。</translation>
  </message>
  <message>
   <source>These are the data themselves. Please choose another place for the backup.</source>
   <translation>这是正在使用的数据文件本身。请为备份另选位置。</translation>
  </message>
  <message>
   <source>There is something else at %1, and it was left alone. Please choose another name for the backup.</source>
   <translation>%1 处已有其他文件，未作改动。请为备份另选文件名。</translation>
  </message>
  <message>
   <source>Nothing can be written at %1. Please check the place and its permissions.</source>
   <translation>无法写入 %1。请检查位置和权限。</translation>
  </message>
  <message>
   <source>%1 is no data file of Songhe. It was left as it is; please choose another file.</source>
   <translation>%1 不是松鹤的数据文件，未作改动。请另选文件。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Timeline</name>
  <message>
   <source>%1 to %2</source>
   <translation>%1 至 %2</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>%1 起</translation>
  </message>
  <message>
   <source>Meal</source>
   <translation>助餐</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>服务</translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n 分钟</numerusform>
   </translation>
  </message>
  <message>
   <source>Day care</source>
   <translation>日托</translation>
  </message>
  <message>
   <source>came at %1</source>
   <translation>%1 到</translation>
  </message>
  <message>
   <source>Absence</source>
   <translation>请假</translation>
  </message>
  <message>
   <source>Bed</source>
   <translation>床位</translation>
  </message>
  <message>
   <source>Bed at home</source>
   <translation>家庭床位</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>Survival check</source>
   <translation>生存认证</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>未见到本人</translation>
  </message>
  <message>
   <source>passed on to %1</source>
   <translation>转告 %1</translation>
  </message>
  <message>
   <source>next by %1</source>
   <translation>下次 %1</translation>
  </message>
  <message>
   <source>How often visited</source>
   <translation>探访频次</translation>
  </message>
  <message>
   <source>first by %1</source>
   <translation>首次 %1</translation>
  </message>
  <message>
   <source>Incident</source>
   <translation>意外</translation>
  </message>
  <message>
   <source>Device lent</source>
   <translation>辅具借出</translation>
  </message>
  <message>
   <source>Assessment</source>
   <translation>评估</translation>
  </message>
  <message>
   <source>Booking</source>
   <translation>预约</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>服务协议</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
 </context>
 <context>
  <name>songhe::Timetable</name>
  <message>
   <source>The elder has service %1 at that time (%2). Please choose another time.</source>
   <translation>老人在该时段已有服务 %1（%2），请改换时间。</translation>
  </message>
  <message>
   <source>The elder has booking %1 at that time (%2). Please choose another time, or finish or cancel that booking.</source>
   <translation>老人在该时段已有预约 %1（%2）。请改换时间，或先完成、取消该预约。</translation>
  </message>
  <message>
   <source>This person of the staff has service %1 at that time (%2, for elder %3). Please choose another time or another person.</source>
   <translation>该服务人员在此时段已有服务 %1（%2，老人 %3）。请改换时间或人员。</translation>
  </message>
  <message>
   <source>This person of the staff has booking %1 at that time (%2, for elder %3). Please choose another time or another person.</source>
   <translation>该服务人员在此时段已有预约 %1（%2，老人 %3）。请改换时间或人员。</translation>
  </message>
  <message>
   <source>Staff %1 does not work here on %2. Please choose another person.</source>
   <translation>工作人员 %1 在 %2 不在岗，请改换人员。</translation>
  </message>
  <message>
   <source>Staff %1 finishes the training before duty only on %2. Please choose another person.</source>
   <translation>工作人员 %1 到 %2 才完成岗前培训，请改换人员。</translation>
  </message>
  <message>
   <source>Staff %1 has no certificate for '%2' that holds on %3; one of these is wanted: %4. Please choose another person, or enter the certificate.</source>
   <translation>工作人员 %1 没有在 %3 有效、可从事“%2”的证书，需要其中之一：%4。请改换人员，或登记其证书。</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
 </context>
 <context>
  <name>songhe::UserRepository</name>
  <message>
   <source>There is a user of this name already. Please choose another sign-in name.</source>
   <translation>已有同名用户，请换一个登录名。</translation>
  </message>
  <message>
   <source>This user is not here any more.</source>
   <translation>此用户已不在册。</translation>
  </message>
 </context>
 <context>
  <name>songhe::VisitDesk</name>
  <message>
   <source>The day %1 has not come yet. Visits are recorded on their day or later.</source>
   <translation>%1 还没到。探访须在当天或之后登记。</translation>
  </message>
  <message>
   <source>The next visit (%1) must be due after this one (%2).</source>
   <translation>下次应访（%1）须在本次（%2）之后。</translation>
  </message>
  <message>
   <source>Write at most %1 risks.</source>
   <translation>风险最多写 %1 条。</translation>
  </message>
  <message>
   <source>There is nobody of the staff with number %1. Please add the person first.</source>
   <translation>员工中没有编号 %1，请先添加。</translation>
  </message>
  <message>
   <source>'%1' is no frequency of visits. Use one of: %2.</source>
   <translation>“%1”不是探访频次，可用：%2。</translation>
  </message>
  <message>
   <source>The first visit (%1) lies before the first day (%2). Please check both.</source>
   <translation>首次应访（%1）早于起始日（%2），请核对。</translation>
  </message>
 </context>
 <context>
  <name>songhe::VisitPlan</name>
  <message>
   <source>'%1' is not known. Use: %2.</source>
   <translation>不认识“%1”，可用：%2。</translation>
  </message>
  <message>
   <source>either days or months is wanted here.</source>
   <translation>此处须有 days 或 months，二者取一。</translation>
  </message>
  <message>
   <source>this reason says nothing. Give ageAtLeast, fact or incidents.</source>
   <translation>此条理由没有内容，请给出 ageAtLeast、fact 或 incidents。</translation>
  </message>
  <message>
   <source>the example wants '%1', the rules propose '%2'.</source>
   <translation>示例要求“%1”，规则得出“%2”。</translation>
  </message>
  <message>
   <source>The catalogue of visits cannot be read.</source>
   <translation>探访目录无法读取。</translation>
  </message>
  <message>
   <source>this key stands here twice.</source>
   <translation>此键重复。</translation>
  </message>
  <message>
   <source>the last one must be for everybody: without reasons.</source>
   <translation>最后一档须适用于所有人，不设理由。</translation>
  </message>
  <message>
   <source>this list is empty.</source>
   <translation>此列表为空。</translation>
  </message>
 </context>
 <context>
  <name>songhe::Wording</name>
  <message>
   <source>pays %1 yuan: %2</source>
   <translation>补贴 %1 元：%2</translation>
  </message>
  <message>
   <source>not payable: %1</source>
   <translation>不可补贴：%1</translation>
  </message>
  <message>
   <source>held: %1</source>
   <translation>暂缓：%1</translation>
  </message>
  <message>
   <source>died on %1</source>
   <translation>已于 %1 去世</translation>
  </message>
  <message>
   <source>the policy %1 begins on %2</source>
   <translation>政策 %1 自 %2 起施行</translation>
  </message>
  <message>
   <source>the policy %1 ended on %2</source>
   <translation>政策 %1 已于 %2 到期</translation>
  </message>
  <message>
   <source>the policy %1 is not valid that day</source>
   <translation>政策 %1 当天无效</translation>
  </message>
  <message>
   <source>nothing</source>
   <extracomment>Between the members of a short list.</extracomment>
   <translation>无</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>aged %1 or over</source>
   <translation>年满 %1 岁</translation>
  </message>
  <message>
   <source>%1 (declared)</source>
   <translation>%1（申报）</translation>
  </message>
  <message>
   <source>the file was made void; look for the one that counts</source>
   <translation>该档案已作废，请查找有效档案</translation>
  </message>
  <message>
   <source>the assessment ended on %1 (%2); please assess her anew</source>
   <translation>能力评估已于 %1 到期（%2），请重新评估</translation>
  </message>
  <message>
   <source>recorded as away that day (%1); put the meal or the absence right</source>
   <translation>当天登记为外出或住院（%1），请更正用餐或外出记录</translation>
  </message>
  <message>
   <source>no day, area or cost of it counts</source>
   <translation>没有可计的天数、面积或费用</translation>
  </message>
  <message>
   <source>the amount is not set; note it on the record or choose it for the policy (%1 to %2 yuan)</source>
   <translation>金额未定，请登记在记录上，或为该政策选定（%1 至 %2 元）</translation>
  </message>
  <message>
   <source>the amount on the record is not between %1 and %2 yuan</source>
   <translation>登记的金额不在 %1 至 %2 元之间</translation>
  </message>
  <message>
   <source>the area at acceptance is not on file</source>
   <translation>没有登记验收面积</translation>
  </message>
  <message>
   <source>the date of birth on file is not the resident number's; correct it, or note the paper that proves it</source>
   <translation>档案出生日期与身份证号码不一致，请更正，或登记证明文件</translation>
  </message>
  <message>
   <source>nobody signed for it; the policy wants a signature</source>
   <translation>没有签收，政策要求签字</translation>
  </message>
  <message>
   <source>the record was made void</source>
   <translation>原始记录已作废</translation>
  </message>
  <message>
   <source>it is paid under %1 already (claim %2)</source>
   <translation>已按 %1 申领（申领单 %2）</translation>
  </message>
 </context>
 <context>
  <name>songhe::Words</name>
  <message>
   <source>en</source>
   <extracomment>Which of the texts of a data file is shown: "zh" or "en".</extracomment>
   <translation>zh</translation>
  </message>
 </context>
 <context>
  <name>songhe::Workbook</name>
  <message>
   <source>This file is no table. Choose the roster as .xlsx, .xls, .ods or .csv.</source>
   <translation>这个文件不是表格。请选择 .xlsx、.xls、.ods 或 .csv 格式的花名册。</translation>
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>工作簿设有密码。请用电子表格软件打开，去掉密码另存后再导入。</translation>
  </message>
  <message>
   <source>This is a web page under the name of a table. Open it in your spreadsheet program, save it as .xlsx and import that file.</source>
   <translation>这是以表格命名的网页。请用电子表格软件打开，另存为 .xlsx 后再导入。</translation>
  </message>
  <message>
   <source>The file '%1' cannot be opened. Check its name, and that no other program locks it.</source>
   <translation>打不开文件“%1”。请检查文件名，并确认没有被其他程序占用。</translation>
  </message>
  <message>
   <source>The file is empty. Save the table again and choose that file.</source>
   <translation>文件是空的。请重新保存表格后再选择。</translation>
  </message>
  <message>
   <source>The file is larger than %1 MB, far more than a roster needs. Split it into several files.</source>
   <translation>文件超过 %1 MB，远大于花名册应有的大小。请分成几个文件。</translation>
  </message>
  <message>
   <source>The file could not be read to its end. Copy it to this computer first.</source>
   <translation>文件没能读完。请先复制到本机。</translation>
  </message>
  <message>
   <source>The table is empty. Choose the file that holds the roster.</source>
   <translation>表格是空的。请选择花名册文件。</translation>
  </message>
 </context>
 <context>
  <name>songhe::XlsReader</name>
  <message>
   <source>The .xls file is damaged and cannot be read. Open it in your spreadsheet program, save it as .xlsx and import that file.</source>
   <translation>这个 .xls 文件已损坏，读不了。请用电子表格软件打开，另存为 .xlsx 后再导入。</translation>
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>工作簿设有密码。请用电子表格软件打开，去掉密码另存后再导入。</translation>
  </message>
 </context>
 <context>
  <name>songhe::XlsxReader</name>
  <message>
   <source>Some cells point at text that the workbook does not hold, so they cannot be read. Open it in your spreadsheet program, save it and try again.</source>
   <translation>有些单元格指向工作簿中不存在的文字，读不了。请用电子表格软件打开，保存后再试。</translation>
  </message>
 </context>
 <context>
  <name>songhe::XmlPart</name>
  <message>
   <source>The workbook holds declarations that no spreadsheet program writes; it may have been forged and is not read. Ask for the file again.</source>
   <translation>工作簿中有电子表格软件不会写的声明，可能被人动过手脚，不予读取。请重新索取文件。</translation>
  </message>
  <message>
   <source>The workbook is damaged inside. Open it in your spreadsheet program, save it and try again.</source>
   <translation>工作簿内部已损坏。请用电子表格软件打开，保存后再试。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ZipPart</name>
  <message>
   <source>The workbook unpacks to far more than its size allows and is not read. Open it in a spreadsheet program, copy the table into a new file and save that.</source>
   <translation>工作簿展开后大得离谱，不予读取。请用电子表格软件打开，把表格复制到新文件中保存。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ZipParts</name>
  <message>
   <source>The workbook is torn: its end is missing or bytes have changed. Copy it again from where it came from.</source>
   <translation>工作簿不完整：缺了结尾，或内容有变。请从原处重新复制。</translation>
  </message>
  <message>
   <source>The workbook holds too many parts and is not read. Save the table as .xlsx again.</source>
   <translation>工作簿包含的部件太多，不予读取。请把表格重新另存为 .xlsx。</translation>
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation>工作簿设有密码。请用电子表格软件打开，去掉密码另存后再导入。</translation>
  </message>
  <message>
   <source>The workbook holds the same part twice, so it is not clear which one is meant. Save the table as .xlsx again.</source>
   <translation>工作簿中同一部件出现两次，分不清以哪个为准。请把表格重新另存为 .xlsx。</translation>
  </message>
  <message>
   <source>A part of the workbook is missing. Open it in your spreadsheet program, save it and try again.</source>
   <translation>工作簿缺少部件。请用电子表格软件打开，保存后再试。</translation>
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
   <translation>中心已建立。

恢复密钥（请立即抄写或打印，只显示这一次）：
  %1

交给区民政局的密钥：
  %2
  %3</translation>
  </message>
  <message>
   <source>Added site %1, %2.</source>
   <translation>已添加站点 %1，%2。</translation>
  </message>
  <message>
   <source>New password:</source>
   <translation>新密码：</translation>
  </message>
  <message>
   <source>Added user %1.</source>
   <translation>已添加用户 %1。</translation>
  </message>
  <message>
   <source>First password, shown only this once: %1</source>
   <translation>初始密码（只显示这一次）：%1</translation>
  </message>
  <message>
   <source>The password is changed.</source>
   <translation>密码已更改。</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>已保存。</translation>
  </message>
  <message>
   <source>Backup written and read back: %1</source>
   <translation>备份已写入并核对：%1</translation>
  </message>
  <message>
   <source>Backup of '%1': up to change %2, %3. Changes of the present data that would be lost: %4.</source>
   <translation>“%1”的备份：到第 %2 条记录，%3。现有数据中将丢失的改动：%4 条。</translation>
  </message>
  <message>
   <source>Nothing was restored. Give --yes to go on.</source>
   <translation>未作恢复。要继续请加 --yes。</translation>
  </message>
  <message>
   <source>Type 'restore' to go on:</source>
   <translation>请输入“restore”以继续：</translation>
  </message>
  <message>
   <source>Nothing was restored.</source>
   <translation>未作恢复。</translation>
  </message>
  <message>
   <source>Restored. The data it replaced are kept in the data folder as before-restore-….db.</source>
   <translation>已恢复。被替换的数据保存在数据文件夹中：before-restore-….db。</translation>
  </message>
  <message>
   <source>The audit log holds: %1 entries.</source>
   <translation>操作记录完好：共 %1 条。</translation>
  </message>
  <message>
   <source>All is well: file, references, keys and audit log (%1 entries).</source>
   <translation>一切正常：文件、引用、密钥和操作记录（%1 条）。</translation>
  </message>
  <message>
   <source>%1, %2: %3 meals payable, %4 yuan; %5 not payable; %6 held.</source>
   <translation>%1，%2：可付 %3 餐，%4 元；不可付 %5 餐；暂缓 %6 餐。</translation>
  </message>
  <message>
   <source>The policy is a draft for comment: this claim cannot be sent as it is.</source>
   <translation>该政策为征求意见稿：此申领不能照此报送。</translation>
  </message>
  <message>
   <source>Written as draft claim %1.</source>
   <translation>已写成申领草稿 %1。</translation>
  </message>
  <message>
   <source>Nothing was written; add --write to keep it as a draft claim.</source>
   <translation>未写入；加 --write 可存为申领草稿。</translation>
  </message>
  <message>
   <source>There is no claim yet. 'settle --write' makes the first.</source>
   <translation>还没有申领，用“settle --write”建立第一份。</translation>
  </message>
  <message>
   <source>Printed: %1 (%2 pages)</source>
   <translation>已打印：%1（%2 页）</translation>
  </message>
  <message>
   <source>--paper: write a5 or roll80.</source>
   <translation>--paper：请写 a5 或 roll80。</translation>
  </message>
  <message>
   <source>Policy %1, version %2, is at hand now.</source>
   <translation>政策 %1 第 %2 版现已可用。</translation>
  </message>
  <message>
   <source>died %1</source>
   <translation>%1 去世</translation>
  </message>
  <message>
   <source>--contact: write it as NAME,RELATION,PHONE.</source>
   <translation>--contact：请写成 姓名,关系,电话。</translation>
  </message>
  <message>
   <source>--sex: write male or female.</source>
   <translation>--sex：请写 male 或 female。</translation>
  </message>
  <message>
   <source>The picture %1 cannot be read.</source>
   <translation>照片 %1 无法读取。</translation>
  </message>
  <message>
   <source>Added %1, number %2.</source>
   <translation>已录入%1，编号 %2。</translation>
  </message>
  <message>
   <source>Saved %1, number %2.</source>
   <translation>已保存%1，编号 %2。</translation>
  </message>
  <message>
   <source>%1 is void now.</source>
   <translation>%1已作废。</translation>
  </message>
  <message>
   <source>Nobody found.</source>
   <translation>没有找到。</translation>
  </message>
  <message>
   <source>--kind: '%1' is not known. Use one of: %2.</source>
   <translation>--kind：“%1”无法识别，请从下列各项中选用：%2。</translation>
  </message>
  <message>
   <source>Please give either recipients (-r) or a passphrase file (--passphrase-file).</source>
   <translation>请给出接收者（-r）或口令文件（--passphrase-file），二者选一。</translation>
  </message>
  <message>
   <source>Sealed: %1</source>
   <translation>已加密：%1</translation>
  </message>
  <message>
   <source>Opened: %1</source>
   <translation>已解密：%1</translation>
  </message>
  <message>
   <source>Signed: %1</source>
   <translation>已签名：%1</translation>
  </message>
  <message>
   <source>Please give the public key (-P) or its file (-p).</source>
   <translation>请给出公钥（-P）或公钥文件（-p）。</translation>
  </message>
  <message>
   <source>The signature is good. Trusted comment: %1</source>
   <translation>签名有效。可信附注：%1</translation>
  </message>
  <message>
   <source>--%1: '%2' is not known. Use one of: %3.</source>
   <translation>--%1：“%2”无法识别，请从下列各项中选用：%3。</translation>
  </message>
  <message>
   <source>--at: write the moment as 2021-09-03T03:40:00Z.</source>
   <translation>--at：时间请写成 2021-09-03T03:40:00Z。</translation>
  </message>
  <message>
   <source>Recorded: %1, %2 %3, number %4.</source>
   <translation>已登记：%1，%2 %3，编号 %4。</translation>
  </message>
  <message>
   <source>Meal %1 of %2 is void now.</source>
   <translation>第 %1 号用餐记录（%2）已作废。</translation>
  </message>
  <message>
   <source>%1: %2 meals.</source>
   <translation>%1：%2 餐。</translation>
  </message>
  <message>
   <source>Written, read back and compared: %1
SHA-256 %2, %3 bytes, sequence %4.</source>
   <translation>已写入并读回核对：%1
SHA-256 %2，%3 字节，序号 %4。</translation>
  </message>
  <message>
   <source>The package is whole and signed: %1, sequence %2.</source>
   <translation>数据包完整，签名有效：%1，序号 %2。</translation>
  </message>
  <message>
   <source>No package was written yet.</source>
   <translation>还没有写过数据包。</translation>
  </message>
  <message>
   <source>The bag is complete and valid: %1 files.</source>
   <translation>数据袋完整有效：共 %1 个文件。</translation>
  </message>
  <message>
   <source>Chosen: %1 = %2. It holds for what is settled from now on.</source>
   <translation>已选定：%1 = %2，自此结算均按此执行。</translation>
  </message>
  <message>
   <source>The key that signed it (%1) is only named by the package itself. Give --public-key to be sure who made it.</source>
   <translation>中心中心签名公钥（%1）只是数据包自己写明的；要确认出自谁手，请用 --public-key 指定公钥。</translation>
  </message>
  <message>
   <source>--division: '%1' is not known. Write the six digits of GB/T 2260, such as 150205.</source>
   <translation>--division：“%1”查不到，请填写六位行政区划代码（GB/T 2260），如石拐区为 150205。</translation>
  </message>
  <message>
   <source>Backup of '%1': up to change %2, %3. The present data cannot be read: all that was entered after this backup would be lost. They would be moved aside as they are.</source>
   <translation>“%1”的备份：截至第 %2 项变更，%3。现有数据无法读取：此备份之后录入的内容都将丢失。现有数据文件将原样移开保留。</translation>
  </message>
  <message>
   <source>Contained: %1 adjustments of signed claims, %2 yuan.</source>
   <translation>其中更正已签章申领 %1 笔，合计 %2 元。</translation>
  </message>
  <message>
   <source>Claim %1 for this period is %2: it stays as it was signed. What changed since goes into the next claim.</source>
   <translation>本期申领单 %1 %2：内容以签章时为准，此后的变动进入下一期申领。</translation>
  </message>
  <message>
   <source>Claim %1, %2, %3 yuan: %4. Check code %5.</source>
   <translation>申领单 %1，%2，%3 元：%4。校验码 %5。</translation>
  </message>
  <message>
   <source>Opened on %1 until %2: %3</source>
   <translation>%1 开账，至 %2：%3</translation>
  </message>
  <message>
   <source>Nothing was found that an auditor would ask about.</source>
   <translation>没有发现审计会追问的问题。</translation>
  </message>
  <message>
   <source>--fen: write the amount that arrived as a whole number of fen.</source>
   <translation>--fen：请以整数分写明到账金额。</translation>
  </message>
  <message>
   <source>Open for new entries until %1.</source>
   <translation>已开账，可补录至 %1。</translation>
  </message>
  <message>
   <source>%1, %2: the same %3 yuan and the same digest. Used of the caps before, as stated: %4.</source>
   <translation>%1，%2：复算同为 %3 元，摘要值一致。期初上限已用（按数据包所载）：%4。</translation>
  </message>
  <message>
   <source>%1, %2: %3</source>
   <translation>%1，%2：%3</translation>
  </message>
  <message>
   <source>The package holds no claim.</source>
   <translation>数据包中没有申领单。</translation>
  </message>
  <message>
   <source>The policy file %1 cannot be opened. Please check where it lies.</source>
   <translation>无法打开政策文件 %1，请检查存放位置。</translation>
  </message>
  <message>
   <source>Good: %1, version %2; %3 examples came out as written.</source>
   <translation>检查通过：%1 第 %2 版，%3 个示例结果一致。</translation>
  </message>
  <message>
   <source>%1: version %2 against version %3.</source>
   <translation>%1：第 %2 版与第 %3 版比较。</translation>
  </message>
  <message>
   <source>%1 is new here.</source>
   <translation>%1 在本中心是新政策。</translation>
  </message>
  <message>
   <source>Now: %1 paid, %2 yuan.</source>
   <translation>现行：补贴 %1 笔，%2 元。</translation>
  </message>
  <message>
   <source>Under version %1: %2 paid, %3 yuan.</source>
   <translation>按第 %1 版：补贴 %2 笔，%3 元。</translation>
  </message>
  <message>
   <source>No service is recorded on %1; there is nothing to print.</source>
   <translation>%1 没有登记服务，无可打印。</translation>
  </message>
  <message>
   <source>%1: %2 records moved here; %3 meals were doubled and made void; %4 facts stay in the void file.</source>
   <translation>%1：%2 条记录并入；%3 餐重复，已作废；%4 条情况留在作废的档案中。</translation>
  </message>
  <message>
   <source>--to lies before --from.</source>
   <translation>--to 早于 --from。</translation>
  </message>
  <message>
   <source>%1 minutes</source>
   <translation>%1 分钟</translation>
  </message>
  <message>
   <source>The file '%1' cannot be opened.</source>
   <translation>无法打开文件“%1”。</translation>
  </message>
  <message>
   <source>The catalogue %1 is right: %2 items.</source>
   <translation>服务清单 %1 正确：共 %2 项。</translation>
  </message>
  <message>
   <source>Recorded for %1 elders under number %2.</source>
   <translation>已为 %1 位老人登记，编号 %2。</translation>
  </message>
  <message>
   <source>Recorded under number %1.</source>
   <translation>已登记，编号 %1。</translation>
  </message>
  <message>
   <source>Note: %1</source>
   <translation>注意：%1</translation>
  </message>
  <message>
   <source>--how: write signature, fingerprint or proxy.</source>
   <translation>--how：请写 signature、fingerprint 或 proxy。</translation>
  </message>
  <message>
   <source>Service %1 is signed: %2.</source>
   <translation>服务 %1 已签收：%2。</translation>
  </message>
  <message>
   <source>Please give --satisfaction, --complaint or both.</source>
   <translation>请给出 --satisfaction 或 --complaint。</translation>
  </message>
  <message>
   <source>Saved with service %1.</source>
   <translation>已保存到服务 %1。</translation>
  </message>
  <message>
   <source>%1: planned %2, done %3</source>
   <translation>%1：计划 %2，完成 %3</translation>
  </message>
  <message>
   <source>Booked under number %1.</source>
   <translation>已预约，编号 %1。</translation>
  </message>
  <message>
   <source>Booking %1 is done; it became service %2.</source>
   <translation>预约 %1 已完成，登记为服务 %2。</translation>
  </message>
  <message>
   <source>Booking %1 is cancelled.</source>
   <translation>预约 %1 已取消。</translation>
  </message>
  <message>
   <source>%1  %2: %3 services, %4 minutes</source>
   <translation>%1  %2：%3 次服务，%4 分钟</translation>
  </message>
  <message>
   <source>not offered</source>
   <translation>未提供</translation>
  </message>
  <message>
   <source>Sent with %1 yuan; settled now it comes to %2: %3 yuan. Lines new %4, gone %5, changed %6.</source>
   <translation>报出 %1 元，现在重新结算为 %2 元，增减 %3 元。明细新增 %4、取消 %5、变更 %6。</translation>
  </message>
  <message>
   <source>Please give the district's identity file with --identity.</source>
   <translation>请用 --identity 指定区民政局的身份文件。</translation>
  </message>
  <message>
   <source>The district is set up. Give both lines to every centre, on paper or by a stick:
recipient   %1
public key  %2
Keep the identity file and a copy of it in a safe: without it no package can be opened.</source>
   <translation>区库已开设。请将以下两行以书面或 U 盘交给每个中心：
本局收件公钥  %1
本局验签公钥  %2
身份文件及其副本请锁入保险柜：没有它，任何数据包都打不开。</translation>
  </message>
  <message>
   <source>Packages of centre %1 are taken when this key signed them: %2</source>
   <translation>中心 %1 的数据包凭此公钥的签名接收：%2</translation>
  </message>
  <message>
   <source>merged</source>
   <translation>已合并</translation>
  </message>
  <message>
   <source>already here</source>
   <translation>已收过</translation>
  </message>
  <message>
   <source>merged; a newer package of the quarter is here</source>
   <translation>已合并；该季度已有更新的数据包</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>拒收</translation>
  </message>
  <message>
   <source>%1: %2. New %3, updated %4, unchanged %5, in conflict %6.</source>
   <translation>%1：%2。新增 %3，更新 %4，未变 %5，冲突 %6。</translation>
  </message>
  <message>
   <source>No package was found there.</source>
   <translation>未找到数据包。</translation>
  </message>
  <message>
   <source>Receipts written: %1.</source>
   <translation>已写出回执 %1 份。</translation>
  </message>
  <message>
   <source>%1 %2: packages %3, newest quarter %4, records %5.</source>
   <translation>%1 %2：数据包 %3 个，最近季度 %4，记录 %5 条。</translation>
  </message>
  <message>
   <source>No centre is trusted yet.</source>
   <translation>尚未登记可信的中心。</translation>
  </message>
  <message>
   <source>every claim comes out the same (%1).</source>
   <translation>各项申领复算结果一致（%1 项）。</translation>
  </message>
  <message>
   <source>not every claim comes out the same.</source>
   <translation>有申领复算结果不一致。</translation>
  </message>
  <message>
   <source>Nothing was changed. %1: %2 records would move here; %3 would be doubled and made void; %4 facts would stay in the void file.</source>
   <translation>没有改动任何内容。%1：将移入 %2 条记录；重复的 %3 条将作废；%4 条情况将留在作废的档案里。</translation>
  </message>
  <message>
   <source>%1: accepted %2, superseded %3, in conflict %4, refused %5.</source>
   <translation>%1：已接收 %2，已被取代 %3，有冲突 %4，被拒绝 %5。</translation>
  </message>
  <message>
   <source>This receipt was here already; only new decisions were taken over.</source>
   <translation>这份回执以前导入过，只采用了新的决定。</translation>
  </message>
  <message>
   <source>Lines of the work-list that are open: %1. 'receipt items' shows them.</source>
   <translation>待办清单还有 %1 项未处理。用“receipt items”查看。</translation>
  </message>
  <message>
   <source>No receipt came back yet.</source>
   <translation>还没有收到回执。</translation>
  </message>
  <message>
   <source>The work-list is empty.</source>
   <translation>待办清单是空的。</translation>
  </message>
  <message>
   <source>Line of the work-list</source>
   <translation>待办清单的项</translation>
  </message>
  <message>
   <source>Done.</source>
   <translation>已处理。</translation>
  </message>
  <message>
   <source>There is no package %1. 'package list' lists them.</source>
   <translation>没有数据包 %1。用“package list”查看。</translation>
  </message>
  <message>
   <source>Packages are sealed to this district from now on, and only its receipts are taken over.</source>
   <translation>今后数据包都加密给这个区，也只采用这个区签名的回执。</translation>
  </message>
  <message>
   <source>%1: new %2, updated %3, unchanged %4, in conflict %5.</source>
   <translation>%1：新增 %2，更新 %3，未变 %4，有冲突 %5。</translation>
  </message>
  <message>
   <source>Short code, as on the hand-over sheet: %1</source>
   <translation>短码（与交接单一致）：%1</translation>
  </message>
  <message>
   <source>Claim %1 is accepted. The centre learns it by a receipt: 'district receipts' writes it.</source>
   <translation>申领 %1 已通过。中心凭回执得知：用 district receipts 写出。</translation>
  </message>
  <message>
   <source>Claim %1 goes back. The centre learns it by a receipt: 'district receipts' writes it.</source>
   <translation>申领 %1 已退回。中心凭回执得知：用 district receipts 写出。</translation>
  </message>
  <message>
   <source>Every decision stands in a receipt already.</source>
   <translation>全部审定结果都已写进回执。</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Assess</name>
  <message>
   <source>The file '%1' cannot be opened. Check its name and place.</source>
   <translation>文件“%1”打不开，请核对文件名和位置。</translation>
  </message>
  <message>
   <source>The file '%1' is larger than %2 MB. Divide it.</source>
   <translation>文件“%1”超过 %2 MB，请拆分。</translation>
  </message>
  <message>
   <source>'%1' is no JSON: %2 (byte %3).</source>
   <translation>“%1”不是 JSON：%2（第 %3 字节）。</translation>
  </message>
  <message>
   <source>--set: '%1' is not known. Use: %2.</source>
   <translation>--set：没有“%1”。可用：%2。</translation>
  </message>
  <message>
   <source>an object in braces is wanted here.</source>
   <translation>此处应为花括号中的一份评估表。</translation>
  </message>
  <message>
   <source>the key '%1' is not known. Use: %2.</source>
   <translation>没有“%1”这个键，可用：%2。</translation>
  </message>
  <message>
   <source>%1: the answer is missing.</source>
   <translation>%1：缺评分。</translation>
  </message>
  <message>
   <source>not told yet</source>
   <translation>未定</translation>
  </message>
  <message>
   <source> %1 of %2</source>
   <translation> %1/%2</translation>
  </message>
  <message>
   <source>Total %1 of %2</source>
   <translation>总分 %1/%2</translation>
  </message>
  <message>
   <source>Preliminary: %1. Final: %2.</source>
   <translation>初步等级：%1。最终等级：%2。</translation>
  </message>
  <message>
   <source>The standard's text gives two levels for these grades; read by %1 = %2. Both assessors must confirm it with a reason.</source>
   <translation>这一分级组合标准条文有两种读法，按 %1 = %2 取；须两名评估员写明理由共同确认。</translation>
  </message>
  <message>
   <source>Sheet with index %1 (number %2 of %3): %4</source>
   <translation>下标 %1 的评估表（第 %2 份，共 %3 份）：%4</translation>
  </message>
  <message>
   <source>Assessment %1: %2 of %3, %4, %5</source>
   <translation>评估 %1：%2，%3，%4，%5</translation>
  </message>
  <message>
   <source>no level yet</source>
   <translation>尚无等级</translation>
  </message>
  <message>
   <source>The level holds until %1.</source>
   <translation>等级有效至 %1。</translation>
  </message>
  <message>
   <source>Not answered yet: %1</source>
   <translation>尚未评分：%1</translation>
  </message>
  <message>
   <source>--reason: use first, routine, immediate or disputed.</source>
   <translation>--reason：请用 first、routine、immediate 或 disputed。</translation>
  </message>
  <message>
   <source>There is no assessment here yet. 'assess add' begins one.</source>
   <translation>还没有评估。用 'assess add' 开始一份。</translation>
  </message>
  <message>
   <source>--days: a whole number of days from 0 to 3650 is wanted.</source>
   <translation>--days：应为 0 至 3650 的整数（天）。</translation>
  </message>
  <message>
   <source>Elder %1: the level ended on %2.</source>
   <translation>老人 %1：等级已于 %2 到期。</translation>
  </message>
  <message>
   <source>Elder %1: the level holds until %2.</source>
   <translation>老人 %1：等级有效至 %2。</translation>
  </message>
  <message>
   <source>No assessment comes due.</source>
   <translation>没有到期的评估。</translation>
  </message>
  <message>
   <source>Assessment %1 is void now.</source>
   <translation>评估 %1 已作废。</translation>
  </message>
  <message>
   <source>Both keyings are the same.</source>
   <translation>两次录入一致。</translation>
  </message>
  <message>
   <source>%1 %2: first '%3', second '%4'</source>
   <translation>%1 %2：首次“%3”，复核“%4”</translation>
  </message>
  <message>
   <source>Chosen: %1 = %2. It holds for what is confirmed from now on.</source>
   <translation>已选定：%1 = %2，自此之后确认的评估适用。</translation>
  </message>
  <message>
   <source>Please give the number of the assessment, or --blank with a standard.</source>
   <translation>请给出评估编号，或用 --blank 指明评估标准。</translation>
  </message>
  <message>
   <source>Printed: %1 (%2 pages)</source>
   <translation>已打印：%1（%2 页）</translation>
  </message>
  <message>
   <source>--events: write recorded, to take what is recorded of the last 30 days.</source>
   <translation>--events：请写 recorded，取用近 30 天登记的意外。</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Context</name>
  <message>
   <source>Please give --%1.</source>
   <translation>请给出 --%1。</translation>
  </message>
  <message>
   <source>%1: '%2' is no record number.</source>
   <translation>%1：“%2”不是记录编号。</translation>
  </message>
  <message>
   <source>%1: '%2' is no day. Write it as 2021-09-03.</source>
   <translation>%1：“%2”不是日期，请写成 2021-09-03。</translation>
  </message>
  <message>
   <source>Please give --password-file.</source>
   <translation>请给出 --password-file。</translation>
  </message>
  <message>
   <source>Password:</source>
   <translation>密码：</translation>
  </message>
  <message>
   <source>There is no centre in %1 yet. Make one with 'init' or 'demo'.</source>
   <translation>%1 中尚无中心，请用“init”或“demo”建立。</translation>
  </message>
  <message>
   <source>Usage:</source>
   <translation>用法：</translation>
  </message>
  <message>
   <source>--%1: '%2' is no whole number.</source>
   <translation>--%1：“%2”不是整数。</translation>
  </message>
  <message>
   <source>--%1: write yes or no.</source>
   <translation>--%1：请写 yes 或 no。</translation>
  </message>
  <message>
   <source>Recorded under number %1.</source>
   <translation>已登记，编号 %1。</translation>
  </message>
  <message>
   <source>Record %1 is void now.</source>
   <translation>记录 %1 已作废。</translation>
  </message>
  <message>
   <source>There is no subject '%1'. 'songhe-cli --help' lists them all.</source>
   <translation>没有“%1”这个主题，全部主题见“songhe-cli --help”。</translation>
  </message>
  <message>
   <source>This command is not known. 'songhe-cli --help' lists the subjects, 'songhe-cli help all' all commands.</source>
   <translation>没有这个命令。“songhe-cli --help”列出主题，“songhe-cli help all”列出全部命令。</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Day</name>
  <message>
   <source>Nobody is found by '%1'.</source>
   <translation>找不到“%1”。</translation>
  </message>
  <message>
   <source>'%1' may be one of several: %2. Please give the number.</source>
   <translation>“%1”有多人符合：%2。请写编号。</translation>
  </message>
  <message numerus="yes">
   <source>%n regular(s) recorded as present.</source>
   <translation>
    <numerusform>已登记 %n 人到达。</numerusform>
   </translation>
  </message>
  <message>
   <source>recorded as absent as well: one of the two is wrong</source>
   <translation>同时登记了请假，两者必有一误</translation>
  </message>
  <message>
   <source>%1  elder %2: %3, %4</source>
   <translation>%1  老年人 %2：%3，%4</translation>
  </message>
  <message>
   <source>No visit is due.</source>
   <translation>没有应访的老年人。</translation>
  </message>
  <message>
   <source>elder %1: %2 (%3)</source>
   <translation>老年人 %1：%2（%3）</translation>
  </message>
  <message>
   <source>Printed: %1 (%2 pages)</source>
   <translation>已打印：%1（%2 页）</translation>
  </message>
  <message>
   <source>No device is overdue.</source>
   <translation>没有逾期未还的辅具。</translation>
  </message>
  <message>
   <source>%1: %2 people, %3 meals; %4 came to day care, %5 absent; %6 visits made, %7 due, %8 overdue.</source>
   <translation>%1：服务 %2 人，助餐 %3 份；日托到 %4 人，请假 %5 人；探访 %6 次，当日应访 %7，逾期 %8。</translation>
  </message>
  <message>
   <source>%1: %2 persons, %3 times, %4 minutes, %5 yuan</source>
   <translation>%1：%2 人，%3 次，%4 分钟，%5 元</translation>
  </message>
  <message>
   <source>Incidents, %1: %2</source>
   <translation>意外 %1：%2</translation>
  </message>
  <message>
   <source>Services: %1 yuan, of it %2 from public money, %3 paid by themselves.</source>
   <translation>服务合计 %1 元，其中补贴 %2 元，自付 %3 元。</translation>
  </message>
  <message>
   <source>--most: a whole number from 1 to %1 is wanted.</source>
   <translation>--most：应为 1 到 %1 的整数。</translation>
  </message>
  <message>
   <source>--kind: '%1' is not known. Use: %2.</source>
   <translation>--kind：不认识“%1”，可用：%2。</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::DemoCommands</name>
  <message>
   <source>--%1: '%2' is not a number.</source>
   <translation>--%1：“%2”不是数字。</translation>
  </message>
  <message>
   <source>Invented %1 elders with %2 facts and %3 meals in %4. Sign in as %5.</source>
   <translation>已在 %4 中生成演示数据：%1 位老年人、%2 条情况、%3 次用餐。请以 %5 登录。</translation>
  </message>
  <message>
   <source>The password is %1.</source>
   <translation>密码是 %1。</translation>
  </message>
  <message>
   <source>Invented %1 centres; the sticks of four quarters are in %2, in round1 to round4. planted.json names the centres' keys to trust and what a district must find.</source>
   <translation>已虚构%1家中心；四个季度的U盘内容在 %2 的 round1 至 round4 中。planted.json 列出应信任的各中心公钥，以及区民政局应当查出的问题。</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Help</name>
  <message>
   <source>set a centre up, its sites, users and settings; back up, check</source>
   <translation>建立中心，站点、用户、设置，备份、恢复与核对</translation>
  </message>
  <message>
   <source>elders' files and what holds of them from when to when</source>
   <translation>老人档案及其各时段的情况</translation>
  </message>
  <message>
   <source>meals</source>
   <translation>助餐</translation>
  </message>
  <message>
   <source>assessments of ability</source>
   <translation>能力评估</translation>
  </message>
  <message>
   <source>services, orders, agreements, plans, the catalogue and prices</source>
   <translation>服务、预约、协议、计划、服务清单与价格</translation>
  </message>
  <message>
   <source>who works here, hours and certificates</source>
   <translation>人员、工时与证书</translation>
  </message>
  <message>
   <source>day care: who came and went; the day at a glance</source>
   <translation>日托出勤，一天的汇总</translation>
  </message>
  <message>
   <source>stays in beds, beds at home, absences</source>
   <translation>床位入住、家庭床位、请假</translation>
  </message>
  <message>
   <source>visits, incidents, health notes; find in them</source>
   <translation>探访、意外、健康测量，以及查找</translation>
  </message>
  <message>
   <source>assistive devices and their loans</source>
   <translation>辅具与借出</translation>
  </message>
  <message>
   <source>facilities, rooms, projects, costs, acceptance, budget</source>
   <translation>设施、用房、项目、费用、验收、评估、资金</translation>
  </message>
  <message>
   <source>settle a period, sign claims, what came back, recompute</source>
   <translation>结算、申领签章、区民政局回复、复算</translation>
  </message>
  <message>
   <source>subsidy policies: list, compare, try, import</source>
   <translation>补贴政策：列出、对比、试算、导入</translation>
  </message>
  <message>
   <source>rosters, months of meals and records of other programs</source>
   <translation>导入名册、月度餐表和其他程序的记录</translation>
  </message>
  <message>
   <source>sheets, slips, lists and claims as PDF</source>
   <translation>打印评估表、服务单、名单和申领单（PDF）</translation>
  </message>
  <message>
   <source>quarterly packages and the district's receipts</source>
   <translation>季度数据包与区民政局的回执</translation>
  </message>
  <message>
   <source>seal and open files (age), sign and verify them (minisign)</source>
   <translation>文件加密解密（age）、签名验签（minisign）</translation>
  </message>
  <message>
   <source>the district office: merge, findings, claims, receipts</source>
   <translation>区民政局：合并、疑点、审定申领、回执</translation>
  </message>
  <message>
   <source>an invented centre or city to practise with</source>
   <translation>供练习的虚构中心或城市</translation>
  </message>
  <message>
   <source>Songhe, the books of a community elderly-care centre.
songhe-cli [--data-dir D] [--user U] [--password-file F] [--lang zh_CN|en] [--json] COMMAND

Subjects:
</source>
   <translation>松鹤：社区养老服务中心的账册。
songhe-cli [--data-dir D] [--user U] [--password-file F] [--lang zh_CN|en] [--json] 命令

主题：
</translation>
  </message>
  <message>
   <source>
'songhe-cli help SUBJECT' lists its commands with their options, 'songhe-cli help all' those of all subjects.
--json makes any of them print one JSON document.
</source>
   <translation>
“songhe-cli help 主题”列出该主题的命令和选项，如 songhe-cli help district；“songhe-cli help all”列出全部。
任何命令加 --json 都输出一个 JSON 文档。
</translation>
  </message>
 </context>
 <context>
  <name>songhe::cli::Import</name>
  <message>
   <source>%1 rows: %2 accepted, %3 with a warning, %4 here already, %5 refused.</source>
   <translation>共 %1 行：接受 %2，提醒 %3，重复 %4，退回 %5。</translation>
  </message>
  <message>
   <source>Row %1, %2: %3</source>
   <translation>第 %1 行（%2）：%3</translation>
  </message>
  <message>
   <source>Nothing was written; leave out --check to import.</source>
   <translation>未写入任何内容；去掉 --check 即可导入。</translation>
  </message>
  <message>
   <source>Added %1 people, updated %2 files.</source>
   <translation>新增 %1 人，更新档案 %2 份。</translation>
  </message>
  <message>
   <source>%1: %2 people, %3 meals written, %4 recorded before; %5 rows of unknown people, %6 double marks, %7 marks after a death.</source>
   <translation>%1：%2 人，写入 %3 餐，此前已登记 %4 餐；不认识的人 %5 行，重复标记 %6 处，去世后的标记 %7 处。</translation>
  </message>
  <message>
   <source>Row %1: %2</source>
   <translation>第 %1 行：%2</translation>
  </message>
  <message>
   <source>%1 records written.</source>
   <translation>已写入 %1 条记录。</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>未写入任何内容。</translation>
  </message>
  <message>
   <source>--problems names the roster itself. Please choose another name for the refused rows.</source>
   <translation>--problems 指定的就是花名册本身，请为退回的行另起一个文件名。</translation>
  </message>
 </context>
 <context>
  <name>songhe::desktop::Desktop</name>
  <message>
   <source>Songhe</source>
   <translation>松鹤</translation>
  </message>
  <message>
   <source>Inventing a centre with 120 elders and a year of meals</source>
   <translation>正在生成演示中心：120 位老人、一年的就餐记录</translation>
  </message>
  <message>
   <source>No backup yet; one is made at closing</source>
   <translation>尚无备份，退出时自动备份</translation>
  </message>
  <message>
   <source>Backup %1 %2</source>
   <translation>备份 %1 %2</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>继续填写</translation>
  </message>
  <message>
   <source>Close and discard what was typed and not saved?</source>
   <translation>退出会丢掉未保存的内容，要退出吗？</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>Meal desk</source>
   <translation>助餐台</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>助餐</translation>
  </message>
  <message>
   <source>Elders</source>
   <translation>老人</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>补贴申领</translation>
  </message>
  <message>
   <source>Quarterly package</source>
   <translation>季度数据包</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>数据</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Setup</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>补贴</translation>
  </message>
  <message>
   <source>Backing up the books</source>
   <translation>正在备份台账</translation>
  </message>
  <message>
   <source>The window closes when it is done.</source>
   <translation>备份完成后窗口自动关闭。</translation>
  </message>
  <message>
   <source>The backup failed. Close without it?</source>
   <translation>备份未完成。不备份就关闭？</translation>
  </message>
  <message>
   <source>Close without a backup</source>
   <translation>不备份，关闭</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>%1 typed something here that is not saved. Discard it?</source>
   <translation>%1 有内容没写完、尚未保存。要放弃吗？</translation>
  </message>
  <message>
   <source>Discard and go on as %1</source>
   <translation>放弃，以 %1 登录</translation>
  </message>
  <message>
   <source>Leave it locked</source>
   <translation>保持锁定</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>评估</translation>
  </message>
  <message>
   <source>Assess</source>
   <translation>评估</translation>
  </message>
  <message>
   <source>Facilities and projects</source>
   <translation>设施与项目</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>Day care</source>
   <translation>日托</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>日托</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>Care</source>
   <translation>照护</translation>
  </message>
  <message>
   <source>Service %1</source>
   <translation>服务 %1</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>工作人员</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>服务</translation>
  </message>
  <message>
   <source>Serve</source>
   <translation>服务</translation>
  </message>
  <message>
   <source>District office</source>
   <translation>区民政局</translation>
  </message>
  <message>
   <source>Store: PostgreSQL</source>
   <translation>库：PostgreSQL</translation>
  </message>
  <message>
   <source>Store: %1</source>
   <translation>库：%1</translation>
  </message>
  <message>
   <source>Find a page</source>
   <translation>查找页面</translation>
  </message>
  <message>
   <source>Packages are being judged. Stop that and close?</source>
   <translation>正在核验数据包。停止并关闭？</translation>
  </message>
  <message>
   <source>What was merged stays merged; merging the same folder again goes on from there.</source>
   <translation>已合并的保留；再合并同一文件夹即可接着做。</translation>
  </message>
  <message>
   <source>Stop and close</source>
   <translation>停止并关闭</translation>
  </message>
  <message>
   <source>Go on judging</source>
   <translation>继续核验</translation>
  </message>
  <message>
   <source>Merge packages</source>
   <translation>合并数据包</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>疑点</translation>
  </message>
  <message>
   <source>Finds</source>
   <translation>疑点</translation>
  </message>
  <message>
   <source>Centres</source>
   <translation>中心名单</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>汇总</translation>
  </message>
  <message>
   <source>This office</source>
   <translation>本局</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>本局</translation>
  </message>
  <message>
   <source>List</source>
   <translation>名单</translation>
  </message>
  <message>
   <source>Decide claims</source>
   <translation>审定申领</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>审定</translation>
  </message>
  <message>
   <source>Incidents, health, aids</source>
   <translation>意外·健康·辅具</translation>
  </message>
 </context>
 <context>
  <name>songhe::desktop::StartOptions</name>
  <message>
   <source>Songhe, the books of a community elderly-care centre.</source>
   <translation>松鹤：社区养老服务中心的账册。</translation>
  </message>
  <message>
   <source>Folder that holds the data of the centre or the district office.</source>
   <translation>存放中心或民政局数据的文件夹。</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Open the district office.</source>
   <translation>打开区民政局。</translation>
  </message>
  <message>
   <source>Open an invented centre, made on first use.</source>
   <translation>打开虚构的演示中心，首次打开时生成。</translation>
  </message>
 </context>
 <context>
  <name>songhe::printing</name>
  <message>
   <source>The PDF could not be made. Check that the folder can be written.</source>
   <translation>PDF 没有生成。请检查所选文件夹能否写入。</translation>
  </message>
  <message>
   <source>%1 cannot be written. Choose another folder.</source>
   <translation>%1 不能写入，请换一个文件夹。</translation>
  </message>
  <message>
   <source>%1 could not be written whole. Is there room left? Nothing was changed.</source>
   <translation>%1 没有写完整，可能空间不足。原有内容未改动。</translation>
  </message>
  <message>
   <source>No Chinese font is installed, so characters may be missing on the paper. Install fonts-noto-cjk and print again.</source>
   <translation>本机没有中文字体，纸上可能缺字。请安装 fonts-noto-cjk 后重新打印。</translation>
  </message>
  <message>
   <source>The table description print/%1.json cannot be used: %2</source>
   <translation>表格说明 print/%1.json 不能使用：%2</translation>
  </message>
  <message>
   <source>The print template %1 cannot be used: %2</source>
   <translation>打印模板 %1 不能使用：%2</translation>
  </message>
  <message>
   <source>The elder of assessment %1 cannot be found.</source>
   <translation>找不到评估 %1 的老年人。</translation>
  </message>
 </context>
 <context>
  <name>songhe::printing::RecordPapers</name>
  <message>
   <source>There is no meal with number %1. Its number stands on the list of the day.</source>
   <translation>没有编号为 %1 的用餐记录，编号见当日列表。</translation>
  </message>
  <message>
   <source>Meal %1 was made void; there is no slip for it.</source>
   <translation>第 %1 号用餐记录已作废，没有服务单。</translation>
  </message>
 </context>
 <context>
  <name>songhe::printing::ServicePapers</name>
  <message>
   <source>Nobody takes part in this service any more.</source>
   <translation>这项服务已没有参加人员。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui</name>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AbilityView</name>
  <message>
   <source>Ability: not assessed yet</source>
   <translation>能力：尚未评估</translation>
  </message>
  <message>
   <source>Expired on %1: assess her anew.</source>
   <translation>已于%1到期，请重新评估。</translation>
  </message>
  <message>
   <source>Ability score</source>
   <translation>能力总分</translation>
  </message>
  <message>
   <source>Ability level</source>
   <translation>能力等级</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Asker</name>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>知道了</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentHistory</name>
  <message>
   <source>Level over time</source>
   <translation>历次等级</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>等级</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Assessments, newest first</source>
   <translation>历次评估（由近及远）</translation>
  </message>
  <message>
   <source>Nobody has assessed her yet</source>
   <translation>尚未做过评估</translation>
  </message>
  <message>
   <source>Ctrl+N begins the first assessment.</source>
   <translation>按 Ctrl+N 开始第一次评估。</translation>
  </message>
  <message>
   <source>Two side by side</source>
   <translation>两次对照</translation>
  </message>
  <message>
   <source>Earlier sheet</source>
   <translation>前一次</translation>
  </message>
  <message>
   <source>Later sheet</source>
   <translation>后一次</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>前一次</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>有变化</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>后一次</translation>
  </message>
  <message>
   <source>Item by item</source>
   <translation>逐项对照</translation>
  </message>
  <message>
   <source>Nothing to compare yet</source>
   <translation>还没有可对照的评估</translation>
  </message>
  <message>
   <source>Two sheets of one standard stand here side by side.</source>
   <translation>同一标准的两次评估在此逐项对照。</translation>
  </message>
  <message>
   <source>These two follow different standards. Levels and items are never converted; choose two sheets of one standard.</source>
   <translation>这两次所用标准不同，等级和指标不作换算。请选同一标准的两次评估。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentSettings</name>
  <message>
   <source>Ability assessments</source>
   <translation>能力评估</translation>
  </message>
  <message>
   <source>Sheets that a second person keys again, in percent</source>
   <translation>由第二人复录的评估表比例（%）</translation>
  </message>
  <message>
   <source>Days before the end of a level to remind</source>
   <translation>等级到期前多少天提醒</translation>
  </message>
  <message>
   <source>Ask for religion</source>
   <translation>是否询问宗教信仰</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>%1 (preset)</source>
   <translation>%1（默认）</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentSheet</name>
  <message>
   <source>Every item is answered. Enter: events and diagnoses.</source>
   <translation>各项均已评定。按回车填写近30天事件与诊断。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentTablesForm</name>
  <message>
   <source>%1: '%2' is not a number from %3 to %4.</source>
   <translation>%1：“%2”不在 %3 至 %4 之间，请改正。</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>有</translation>
  </message>
  <message>
   <source>no</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Place, assessors and remark</source>
   <translation>地点、评估员与备注</translation>
  </message>
  <message>
   <source>Place of the assessment</source>
   <translation>评估地点</translation>
  </message>
  <message>
   <source>First assessor</source>
   <translation>评估员一</translation>
  </message>
  <message>
   <source>Second assessor</source>
   <translation>评估员二</translation>
  </message>
  <message>
   <source>Second assessor, if any</source>
   <translation>评估员二（如有）</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>The clock the elder drew</source>
   <translation>老人所画的钟</translation>
  </message>
  <message>
   <source>Choose the picture…</source>
   <translation>选择图片…</translation>
  </message>
  <message>
   <source>No picture yet. JPEG or PNG, at most 2 MB.</source>
   <translation>尚无图片。可用 JPEG 或 PNG，不超过 2 MB。</translation>
  </message>
  <message>
   <source>Body mass index %1, from height and weight</source>
   <translation>体质指数 %1，由身高、体重算出</translation>
  </message>
  <message>
   <source>Follows from height and weight where both are written.</source>
   <translation>填写身高、体重后自动判定。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentWords</name>
  <message>
   <source>%1 · %2 points</source>
   <translation>%1 · %2 分</translation>
  </message>
  <message>
   <source>A colleague keys it a second time</source>
   <translation>等候同事复录</translation>
  </message>
  <message>
   <source>Enter: key it a second time, without seeing the first</source>
   <translation>按回车复录（看不到首次录入）</translation>
  </message>
  <message>
   <source>Both keyings agree; it can be confirmed</source>
   <translation>两次录入一致，可以确认</translation>
  </message>
  <message numerus="yes">
   <source>The two keyings differ at %n item(s)</source>
   <translation>
    <numerusform>两次录入有 %n 处不一致</numerusform>
   </translation>
  </message>
  <message>
   <source>Every item is answered; confirm it</source>
   <translation>各项已填完，请确认</translation>
  </message>
  <message>
   <source>%1 of %2 items answered</source>
   <translation>已填 %1 项，共 %2 项</translation>
  </message>
  <message>
   <source>Expired: her claim lines are held until a new assessment</source>
   <translation>已到期：重新评估前，补贴明细暂挂</translation>
  </message>
  <message>
   <source>Enter: begin the new assessment</source>
   <translation>按回车开始重新评估</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1：%2</translation>
  </message>
  <message>
   <source>Levels by %1</source>
   <translation>按 %1 评定的等级</translation>
  </message>
  <message>
   <source>%1: %2 points</source>
   <translation>%1：%2 分</translation>
  </message>
  <message>
   <source>Totals by %1</source>
   <translation>按 %1 评定的总分</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AssessmentsPage</name>
  <message>
   <source>second keying</source>
   <translation>待复录</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>expired</source>
   <translation>已到期</translation>
  </message>
  <message>
   <source>due soon</source>
   <translation>将到期</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>Ability assessments</source>
   <translation>能力评估</translation>
  </message>
  <message>
   <source>Print an empty sheet</source>
   <translation>打印空表</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>作废…</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历次评估</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Confirm…</source>
   <translation>确认…</translation>
  </message>
  <message>
   <source>Compare the two</source>
   <translation>核对两次录入</translation>
  </message>
  <message>
   <source>Correct the second keying</source>
   <translation>改复录</translation>
  </message>
  <message>
   <source>Correct the sheet</source>
   <translation>改原表</translation>
  </message>
  <message>
   <source>New assessment</source>
   <translation>新评估</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>评估日期</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>等级</translation>
  </message>
  <message>
   <source>Holds until</source>
   <translation>有效至</translation>
  </message>
  <message>
   <source>To do, or who assessed</source>
   <translation>待办或评估员</translation>
  </message>
  <message>
   <source>Assessments</source>
   <translation>评估</translation>
  </message>
  <message>
   <source>Nothing is due and nothing is begun</source>
   <translation>没有到期的评估，也没有未完成的评估</translation>
  </message>
  <message>
   <source>Ctrl+N begins an assessment; a draft that you leave waits here.</source>
   <translation>按 Ctrl+N 开始评估；中途离开的草稿会留在这里。</translation>
  </message>
  <message>
   <source>All assessments</source>
   <translation>历次评估</translation>
  </message>
  <message>
   <source>void: %1</source>
   <translation>已作废：%1</translation>
  </message>
  <message>
   <source>second keying, without seeing the first</source>
   <translation>复录（不显示首次录入）</translation>
  </message>
  <message>
   <source>where the two keyings differ</source>
   <translation>两次录入的差异</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Second keying</source>
   <translation>复录</translation>
  </message>
  <message>
   <source>Drafts</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Due and expired</source>
   <translation>到期</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>This record is not here. Look for it in the list.</source>
   <translation>这里没有这条记录，请在列表中查找。</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>First keying</source>
   <translation>首次录入</translation>
  </message>
  <message>
   <source>Where the two keyings differ</source>
   <translation>两次录入的差异</translation>
  </message>
  <message>
   <source>Both keyings agree</source>
   <translation>两次录入一致</translation>
  </message>
  <message>
   <source>The sheet can be confirmed.</source>
   <translation>评估表可以确认。</translation>
  </message>
  <message>
   <source>This answer is not saved. %1</source>
   <translation>这一项没有保存。%1</translation>
  </message>
  <message>
   <source>The drawn clock</source>
   <translation>画钟图</translation>
  </message>
  <message>
   <source>Pictures (*.jpg *.jpeg *.png)</source>
   <translation>图片 (*.jpg *.jpeg *.png)</translation>
  </message>
  <message>
   <source>The picture cannot be read or is larger than 2 MB. Choose a smaller one.</source>
   <translation>图片无法读取或超过 2 MB，请选小一些的图片。</translation>
  </message>
  <message numerus="yes">
   <source>%n item(s) without an answer yet: %1.</source>
   <translation>
    <numerusform>还有 %n 项未评定：%1。</numerusform>
   </translation>
  </message>
  <message>
   <source>Confirmed: %1, holds until %2.</source>
   <translation>已确认：%1，有效至%2。</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Why is the assessment of %1 of %2 void?</source>
   <translation>%1 %2的评估为何作废？</translation>
  </message>
  <message>
   <source>The assessment is void. Its level counts no longer.</source>
   <translation>评估已作废，其等级不再计入。</translation>
  </message>
  <message>
   <source>Both keyings agree. The sheet can be confirmed.</source>
   <translation>两次录入一致，评估表可以确认。</translation>
  </message>
  <message numerus="yes">
   <source>The two keyings differ at %n item(s). Look at the paper and correct the one that is wrong.</source>
   <translation>
    <numerusform>两次录入有 %n 处不一致。请对照纸表，改正录错的一份。</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::AttendancePage</name>
  <message>
   <source>Day care</source>
   <translation>日托</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Another day: write it as 9-3 or 2021-09-03 and press Enter</source>
   <translation>换一天：写成 9-3 或 2021-09-03，按回车</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>作废…</translation>
  </message>
  <message>
   <source>All present</source>
   <translation>全部到</translation>
  </message>
  <message>
   <source>Who comes or leaves</source>
   <translation>谁到或谁离开</translation>
  </message>
  <message>
   <source>Scan a card or type initials; Enter: she is here. The same again when she leaves.</source>
   <translation>刷卡或输入姓名首字母，按回车登记到；离开时再来一次。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Came at</source>
   <translation>到达</translation>
  </message>
  <message>
   <source>Left at</source>
   <translation>离开</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Regulars of the day</source>
   <translation>当日名单</translation>
  </message>
  <message>
   <source>Nobody comes regularly yet</source>
   <translation>还没有常来日托的老人</translation>
  </message>
  <message>
   <source>Whoever comes today stands here tomorrow as well: type initials above and press Enter.</source>
   <translation>今天来的，明天就在名单上：在上面输入首字母按回车。</translation>
  </message>
  <message>
   <source>In or out</source>
   <translation>到或离</translation>
  </message>
  <message>
   <source>left</source>
   <translation>已离开</translation>
  </message>
  <message>
   <source>here</source>
   <translation>已到</translation>
  </message>
  <message>
   <source>absent</source>
   <translation>请假</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>未到</translation>
  </message>
  <message>
   <source>further notice</source>
   <translation>未定</translation>
  </message>
  <message>
   <source>%1, until %2</source>
   <translation>%1，至 %2</translation>
  </message>
  <message>
   <source>recorded as absent as well (%1): one of the two is wrong</source>
   <translation>同时登记了请假（%1），两者必有一误</translation>
  </message>
  <message>
   <source>'%1' is not a day. Write it as 2021-09-03.</source>
   <translation>“%1”不是日期，请写成 2021-09-03。</translation>
  </message>
  <message>
   <source>%1 · %2 on the list: %3 here, %4 left, %5 absent, %6 not yet</source>
   <translation>%1 · 名单 %2 人：在 %3，已离开 %4，请假 %5，未到 %6</translation>
  </message>
  <message>
   <source>%1 left at %2</source>
   <translation>%1　%2 离开</translation>
  </message>
  <message>
   <source>%1 came at %2</source>
   <translation>%1　%2 到</translation>
  </message>
  <message numerus="yes">
   <source>%n recorded as present. Who is not here: choose the line and press Delete.</source>
   <translation>
    <numerusform>已登记 %n 人到达。没来的：选中那行按 Delete。</numerusform>
   </translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Why is the attendance of %1 void?</source>
   <translation>%1 的出勤为什么作废？</translation>
  </message>
  <message>
   <source>The attendance of %1 is void.</source>
   <translation>%1 的出勤已作废。</translation>
  </message>
  <message>
   <source>In hospital</source>
   <translation>住院</translation>
  </message>
  <message>
   <source>Away</source>
   <translation>外出</translation>
  </message>
  <message>
   <source>%1 is recorded as %2 since %3. Is she back?</source>
   <translation>%1 自 %3 起登记为%2，是否已回来？</translation>
  </message>
  <message>
   <source>The absence then ends on %1.</source>
   <translation>请假将结束到 %1。</translation>
  </message>
  <message>
   <source>She is back</source>
   <translation>已回来</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>不改</translation>
  </message>
  <message>
   <source>%1 is away (%2) until she comes again; meals and beds of these days are not claimed.</source>
   <translation>%1 已记为请假（%2），到再来时为止；这些天的助餐和床位不申领。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::CarePage</name>
  <message>
   <source>Incidents, health, devices</source>
   <translation>意外·健康·辅具</translation>
  </message>
  <message>
   <source>Came back today</source>
   <translation>今日归还</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>意外</translation>
  </message>
  <message>
   <source>No incident is recorded for the last year</source>
   <translation>近一年没有意外记录</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>提示</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>测量</translation>
  </message>
  <message>
   <source>Nothing was measured in the last 90 days</source>
   <translation>近 90 天没有测量记录</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>辅具</translation>
  </message>
  <message>
   <source>No device is recorded yet</source>
   <translation>还没有辅具</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) overdue</source>
   <translation>
    <numerusform>逾期 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>lent</source>
   <translation>借出</translation>
  </message>
  <message>
   <source>Loans</source>
   <translation>借出</translation>
  </message>
  <message>
   <source>No device is lent</source>
   <translation>没有借出的辅具</translation>
  </message>
  <message>
   <source>back on %1</source>
   <translation>%1 归还</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ChangeWords</name>
  <message>
   <source>Personal file</source>
   <translation>个人信息</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>照片</translation>
  </message>
  <message>
   <source>Meal of %1, %2</source>
   <translation>%1 %2</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>a picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>Made void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>有效</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimAnswerDialog</name>
  <message>
   <source>Money received (yuan)</source>
   <translation>到账金额（元）</translation>
  </message>
  <message>
   <source>Lines that were returned; Space ticks one</source>
   <translation>被退回的明细（空格键勾选）</translation>
  </message>
  <message>
   <source>Write it down</source>
   <translation>登记</translation>
  </message>
  <message>
   <source>What came back</source>
   <translation>区民政局回复与到账</translation>
  </message>
  <message>
   <source>%1, %2 yuan, %3</source>
   <translation>%1，%2 元，%3</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>办理结果</translation>
  </message>
  <message>
   <source>Day on the letter or slip, where it has one</source>
   <translation>文件或回单上的日期（有则填写）</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Yuan</source>
   <translation>元</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>ticked</source>
   <translation>已勾选</translation>
  </message>
  <message>
   <source>not ticked</source>
   <translation>未勾选</translation>
  </message>
  <message>
   <source>Lines that were returned</source>
   <translation>被退回的明细</translation>
  </message>
  <message>
   <source>Why the district returned it (needed)</source>
   <translation>区民政局退回的原因（必填）</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Write the day as 2021-10-12 and the amount as 1234.00.</source>
   <translation>日期请写成 2021-10-12，金额请写成 1234.00。</translation>
  </message>
  <message>
   <source>Tick the lines that were returned, or choose 'returned' for all of them.</source>
   <translation>请勾选被退回的明细；全部退回请选“已退回”。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimCheckView</name>
  <message>
   <source>held</source>
   <translation>暂缓</translation>
  </message>
  <message>
   <source>two points</source>
   <translation>两处就餐</translation>
  </message>
  <message>
   <source>away</source>
   <translation>外出住院</translation>
  </message>
  <message>
   <source>after death</source>
   <translation>去世之后</translation>
  </message>
  <message>
   <source>no signature</source>
   <translation>无签收</translation>
  </message>
  <message>
   <source>many meals</source>
   <translation>餐次偏多</translation>
  </message>
  <message>
   <source>late entry</source>
   <translation>补登</translation>
  </message>
  <message>
   <source>ending soon</source>
   <translation>即将到期</translation>
  </message>
  <message>
   <source>declared level</source>
   <translation>自报等级</translation>
  </message>
  <message>
   <source>level changed</source>
   <translation>等级变化</translation>
  </message>
  <message>
   <source>two beds</source>
   <translation>两处床位</translation>
  </message>
  <message>
   <source>staff in two places</source>
   <translation>人员重叠</translation>
  </message>
  <message>
   <source>use changed</source>
   <translation>用途改变</translation>
  </message>
  <message>
   <source>cap nearly used</source>
   <translation>上限将满</translation>
  </message>
  <message>
   <source>draft policy</source>
   <translation>征求意见稿</translation>
  </message>
  <message>
   <source>provisional</source>
   <translation>暂定</translation>
  </message>
  <message>
   <source>earlier draft</source>
   <translation>前期未签</translation>
  </message>
  <message>
   <source>What</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Whom or what</source>
   <translation>对象</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>What an auditor would ask</source>
   <translation>审计会追问的内容</translation>
  </message>
  <message>
   <source>What an auditor would ask about</source>
   <translation>审计会追问的问题</translation>
  </message>
  <message>
   <source>Nothing was found that an auditor would ask about.</source>
   <translation>没有发现审计会追问的问题。</translation>
  </message>
  <message>
   <source>The claim can be signed as it is.</source>
   <translation>可以直接签章。</translation>
  </message>
  <message>
   <source>nothing found</source>
   <translation>未发现问题</translation>
  </message>
  <message numerus="yes">
   <source>%n finding(s)</source>
   <translation>
    <numerusform>%n 个问题</numerusform>
   </translation>
  </message>
  <message>
   <source>%1, %2 yuan: %3. Enter opens what one is about; none of them stops a signature, but who signs has seen them.</source>
   <translation>%1，%2 元：%3。按回车打开对应的记录；这些问题不阻止签章，但签章人应已过目。</translation>
  </message>
  <message>
   <source>elder in two places</source>
   <translation>老人重叠</translation>
  </message>
  <message>
   <source>clock went back</source>
   <translation>时钟回拨</translation>
  </message>
  <message>
   <source>did not come</source>
   <translation>未出勤</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimMonthView</name>
  <message>
   <source>The claim comes to (yuan)</source>
   <translation>补贴合计（元）</translation>
  </message>
  <message>
   <source>Paid meals</source>
   <translation>可补贴</translation>
  </message>
  <message>
   <source>Not payable</source>
   <translation>不补贴</translation>
  </message>
  <message>
   <source>Enter: why this line</source>
   <translation>回车：看这一条的依据</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Yuan</source>
   <translation>补贴额</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>In capitals: %1</source>
   <translation>大写：%1</translation>
  </message>
  <message>
   <source>of %1 people</source>
   <translation>共 %1 人</translation>
  </message>
  <message>
   <source>%1 held until cleared up</source>
   <translation>另有 %1 餐待核</translation>
  </message>
  <message>
   <source>each with its reason</source>
   <translation>每条均有原因</translation>
  </message>
  <message>
   <source>All %1</source>
   <translation>全部 %1</translation>
  </message>
  <message>
   <source>Paid %1</source>
   <translation>可补贴 %1</translation>
  </message>
  <message>
   <source>Not payable %1</source>
   <translation>不补贴 %1</translation>
  </message>
  <message>
   <source>Held %1</source>
   <translation>待核 %1</translation>
  </message>
  <message>
   <source>not kept yet</source>
   <translation>未写入</translation>
  </message>
  <message>
   <source>Ctrl+Enter keeps it.</source>
   <translation>按 Ctrl+回车 写入草稿。</translation>
  </message>
  <message>
   <source>kept as draft</source>
   <translation>已写入草稿</translation>
  </message>
  <message>
   <source>%1 · check code %2</source>
   <translation>%1 · 校验码 %2</translation>
  </message>
  <message>
   <source>differs from the draft</source>
   <translation>与草稿不同</translation>
  </message>
  <message>
   <source>Records changed since %1. Ctrl+Enter replaces that draft.</source>
   <translation>%1 之后记录有变化。按 Ctrl+回车 替换原草稿。</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>明细</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Lines of the claim</source>
   <translation>申领明细</translation>
  </message>
  <message>
   <source>No line is here.</source>
   <translation>这里没有明细。</translation>
  </message>
  <message>
   <source>Records are entered at the meal desk (F2) or under facilities.</source>
   <translation>助餐在登记台（F2）登记，其他记录在“设施与项目”登记。</translation>
  </message>
  <message>
   <source>Paid lines</source>
   <translation>补贴项数</translation>
  </message>
  <message>
   <source>for %1 people or places</source>
   <translation>涉及 %1 个对象</translation>
  </message>
  <message>
   <source>Adjustments %1</source>
   <translation>更正 %1</translation>
  </message>
  <message>
   <source>Contained in the claim: %1 yuan</source>
   <translation>已计入申领金额：%1 元</translation>
  </message>
  <message>
   <source>checked</source>
   <translation>已核对</translation>
  </message>
  <message>
   <source>The lines stay as they were signed. What changes goes into the next claim.</source>
   <translation>明细保持签章时的样子，此后的变动进入下一期申领。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimSide</name>
  <message>
   <source>adjustment</source>
   <translation>更正</translation>
  </message>
  <message>
   <source>payable, late</source>
   <translation>可补贴（补登）</translation>
  </message>
  <message>
   <source>payable</source>
   <translation>可补贴</translation>
  </message>
  <message>
   <source>held</source>
   <translation>暂缓</translation>
  </message>
  <message>
   <source>not payable</source>
   <translation>不予补贴</translation>
  </message>
  <message>
   <source>Sums</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Back to the sums</source>
   <translation>返回合计</translation>
  </message>
  <message>
   <source>Sums and steps, or what decided a line</source>
   <translation>合计与办理过程，或一条明细的依据</translation>
  </message>
  <message numerus="yes">
   <source>%n other reason(s)</source>
   <translation>
    <numerusform>另有 %n 种原因</numerusform>
   </translation>
  </message>
  <message>
   <source>Steps of the claim</source>
   <translation>办理过程</translation>
  </message>
  <message>
   <source>Paid, by meal point</source>
   <translation>补贴，按就餐点</translation>
  </message>
  <message>
   <source>Paid, by facility</source>
   <translation>补贴，按机构或设施</translation>
  </message>
  <message>
   <source>Paid, by ground</source>
   <translation>补贴，按依据</translation>
  </message>
  <message>
   <source>Not paid, by reason</source>
   <translation>未补贴，按原因</translation>
  </message>
  <message>
   <source>recorded %1</source>
   <translation>%1 登记</translation>
  </message>
  <message>
   <source>recorded %1 by %2</source>
   <translation>%1 由 %2 登记</translation>
  </message>
  <message>
   <source>decided</source>
   <translation>决定依据</translation>
  </message>
  <message>
   <source>as written</source>
   <translation>按原文</translation>
  </message>
  <message>
   <source>%1 to %2</source>
   <translation>%1 至 %2</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>自 %1 起</translation>
  </message>
  <message>
   <source>learned on %1</source>
   <translation>%1 得知</translation>
  </message>
  <message>
   <source>%1 years old that day</source>
   <translation>当日 %1 岁</translation>
  </message>
  <message>
   <source>What held on that day</source>
   <translation>当日情况</translation>
  </message>
  <message>
   <source>Nothing is on file for that day.</source>
   <translation>当日没有任何登记情况。</translation>
  </message>
  <message>
   <source>Open her file</source>
   <translation>打开老人档案</translation>
  </message>
  <message>
   <source>The meal</source>
   <translation>助餐记录</translation>
  </message>
  <message>
   <source>The record</source>
   <translation>原始记录</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1：%2</translation>
  </message>
  <message>
   <source>made void: %1</source>
   <translation>已作废：%1</translation>
  </message>
  <message>
   <source>Open the record</source>
   <translation>打开原始记录</translation>
  </message>
  <message>
   <source>The clause</source>
   <translation>政策条款</translation>
  </message>
  <message>
   <source>%1, version %2</source>
   <translation>%1，第 %2 版</translation>
  </message>
  <message>
   <source>%1 on %2</source>
   <translation>%1 · %2</translation>
  </message>
  <message>
   <source>%1 yuan:</source>
   <translation>%1 元：</translation>
  </message>
  <message>
   <source>What settling gives now</source>
   <translation>现在重新结算的差异</translation>
  </message>
  <message>
   <source>Sent %1, now %2: %3 yuan</source>
   <translation>报出 %1，现在 %2，增减 %3 元</translation>
  </message>
  <message>
   <source>No line differs.</source>
   <translation>明细没有差异。</translation>
  </message>
  <message>
   <source>%1 → %2 yuan: %3</source>
   <translation>%1 → %2 元：%3</translation>
  </message>
  <message>
   <source>Further lines that differ: %1. The printed claim lists all.</source>
   <translation>另有 %1 条差异，打印件列出全部。</translation>
  </message>
  <message>
   <source>Open that day at the meal desk</source>
   <translation>在助餐台打开当日</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ClaimsPage</name>
  <message>
   <source>Subsidy claims</source>
   <translation>补贴申领</translation>
  </message>
  <message>
   <source>Settle</source>
   <translation>结算</translation>
  </message>
  <message>
   <source>Keep as draft</source>
   <translation>写入草稿</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Amount in yuan</source>
   <translation>金额（元）</translation>
  </message>
  <message>
   <source>Not payable</source>
   <translation>不补贴</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>写入时间</translation>
  </message>
  <message>
   <source>By</source>
   <translation>经办</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>政策</translation>
  </message>
  <message>
   <source>Claims that are kept</source>
   <translation>已写入的申领</translation>
  </message>
  <message>
   <source>No claim is kept yet.</source>
   <translation>还没有申领。</translation>
  </message>
  <message>
   <source>Settling %1…</source>
   <translation>正在结算%1…</translation>
  </message>
  <message>
   <source>This policy is invented for the demonstration. It is no ground for a claim; every sheet says so.</source>
   <translation>演示政策，内容虚构，不得作为申领依据；打印的每一页都会注明。</translation>
  </message>
  <message>
   <source>This policy is a consultation draft that was never put in force. Every sheet of the claim says so.</source>
   <translation>依据的政策为征求意见稿（草案），尚未正式施行；打印的每一页都会注明。</translation>
  </message>
  <message>
   <source>Keeping the draft of %1…</source>
   <translation>正在写入%1的草稿…</translation>
  </message>
  <message>
   <source>Import a month…</source>
   <translation>导入月表…</translation>
  </message>
  <message>
   <source>Meals out of the month's table that the centre keeps on paper or in a spreadsheet</source>
   <translation>从中心自己的月度就餐表导入就餐记录</translation>
  </message>
  <message>
   <source>Check and sign…</source>
   <translation>核对并签章…</translation>
  </message>
  <message>
   <source>Sign the claim of %1, %2 yuan?</source>
   <translation>签章 %1 的申领单，%2 元？</translation>
  </message>
  <message>
   <source>Once it is signed its lines stay as they are; what changes goes into the next claim.</source>
   <translation>签章后明细不再改变，此后的变动进入下一期申领。</translation>
  </message>
  <message>
   <source>Sign</source>
   <translation>签章</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>暂不签章</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>期间</translation>
  </message>
  <message>
   <source>A month as 2021-09, a quarter as 2021Q3, a year as 2021. Up: the next one. Down: the one before. Enter: settle.</source>
   <translation>月写 2021-09，季度写 2021Q3，年写 2021。上键下一期，下键上一期，回车结算。</translation>
  </message>
  <message>
   <source>Period before</source>
   <translation>上一期</translation>
  </message>
  <message>
   <source>Next period</source>
   <translation>下一期</translation>
  </message>
  <message>
   <source>Open the period…</source>
   <translation>开放补登…</translation>
  </message>
  <message>
   <source>What came back…</source>
   <translation>回复与到账…</translation>
  </message>
  <message>
   <source>Sign…</source>
   <translation>签章…</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>补贴项数</translation>
  </message>
  <message>
   <source>Write the period above and press Enter: every record is judged by that day's facts.</source>
   <translation>在上方填写期间并按回车：每条记录按当日情况判定。</translation>
  </message>
  <message>
   <source>%1 · %2</source>
   <translation>%1 · %2</translation>
  </message>
  <message>
   <source>Write the period as 2021-09, 2021Q3 or 2021.</source>
   <translation>期间请写成 2021-09、2021Q3 或 2021。</translation>
  </message>
  <message>
   <source>Opening the claim of %1…</source>
   <translation>正在打开 %1 的申领单…</translation>
  </message>
  <message>
   <source>Drafts by period</source>
   <translation>各期申领单</translation>
  </message>
  <message>
   <source>Looking through the claim of %1…</source>
   <translation>正在核对 %1 的申领单…</translation>
  </message>
  <message>
   <source>Signing the claim of %1: every line is judged once more…</source>
   <translation>正在签章 %1 的申领单：逐条复核…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ConfirmAssessmentDialog</name>
  <message>
   <source>Confirm the assessment</source>
   <translation>确认评估</translation>
  </message>
  <message>
   <source>First assessor</source>
   <translation>评估员一</translation>
  </message>
  <message>
   <source>Second assessor</source>
   <translation>评估员二</translation>
  </message>
  <message>
   <source>Second assessor, if any</source>
   <translation>评估员二（如有）</translation>
  </message>
  <message>
   <source>Why both assessors stand by this level</source>
   <translation>两名评估员认定此等级的理由</translation>
  </message>
  <message>
   <source>It replaces</source>
   <translation>取代</translation>
  </message>
  <message>
   <source>Afterwards it is frozen. It can then only be made void with a reason, or be replaced by a later sheet.</source>
   <translation>确认后即定稿，不能再改；只能注明原因作废，或由以后的评估取代。</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Confirm and freeze</source>
   <translation>确认定稿</translation>
  </message>
  <message>
   <source>no other sheet</source>
   <translation>不取代其他评估</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ContactsEdit</name>
  <message>
   <source>Contact %1: %2</source>
   <translation>联系人%1：%2</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>与老人关系</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DayBars</name>
  <message>
   <source>Meals a day from %1 to %2, at most %3 on one day</source>
   <translation>%1至%2每日就餐人次，最多一天 %3 人次</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>%1: %2 meals</source>
   <translation>%1：%2 人次</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DayEdit</name>
  <message>
   <source>e.g. 2021-09-03</source>
   <translation>如 2021-09-03</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DeliveryDialog</name>
  <message>
   <source>ticked</source>
   <translation>已勾选</translation>
  </message>
  <message>
   <source>not ticked</source>
   <translation>未勾选</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>住址</translation>
  </message>
  <message>
   <source>Brought</source>
   <translation>送餐</translation>
  </message>
  <message>
   <source>Subsidy</source>
   <translation>补贴</translation>
  </message>
  <message>
   <source>Those to whom meals are brought</source>
   <translation>送餐名单</translation>
  </message>
  <message>
   <source>All or none</source>
   <translation>全选／全不选</translation>
  </message>
  <message>
   <source>Record the deliveries</source>
   <translation>登记送餐</translation>
  </message>
  <message>
   <source>Batch delivery</source>
   <translation>批量送餐</translation>
  </message>
  <message>
   <source>Those to whom this sitting was brought in the last 14 days. Take out with Space who gets none today; all others are recorded together.</source>
   <translation>近 14 天在本餐次送过餐的老人。今天不送的按空格去掉，其余一次登记。</translation>
  </message>
  <message>
   <source>Nobody got this sitting brought in the last 14 days</source>
   <translation>近 14 天本餐次没有送过餐</translation>
  </message>
  <message>
   <source>Record the first delivery at the desk with Alt+2; she stands here tomorrow.</source>
   <translation>第一次送餐请在助餐台按 Alt+2 登记，明天起会列在这里。</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>%1 of %2 ticked</source>
   <translation>已勾选 %1 人，共 %2 人</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictCentresPage</name>
  <message>
   <source>Centres</source>
   <translation>中心名单</translation>
  </message>
  <message>
   <source>Add a centre…</source>
   <translation>登记中心…</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>未报过</translation>
  </message>
  <message>
   <source>delivered</source>
   <translation>已报</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Code of its key</source>
   <translation>公钥短码</translation>
  </message>
  <message>
   <source>Quarters here</source>
   <translation>已报季度</translation>
  </message>
  <message>
   <source>Centres whose packages are taken</source>
   <translation>可收数据包的中心</translation>
  </message>
  <message>
   <source>No centre is entered yet.</source>
   <translation>还没有登记中心。</translation>
  </message>
  <message>
   <source>Ctrl+N: enter a centre's code and its signature key. Packages of others are refused.</source>
   <translation>Ctrl+N 登记中心代码和签名公钥。未登记的一律拒收。</translation>
  </message>
  <message>
   <source>Signature key</source>
   <translation>中心签名公钥</translation>
  </message>
  <message>
   <source>Quarter</source>
   <translation>季度</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Merged on</source>
   <translation>合并日期</translation>
  </message>
  <message>
   <source>Packages of the chosen centre</source>
   <translation>选中中心的数据包</translation>
  </message>
  <message>
   <source>No package came from it.</source>
   <translation>还没有收到它的数据包。</translation>
  </message>
  <message>
   <source>F2: merge packages.</source>
   <translation>按 F2 合并数据包。</translation>
  </message>
  <message>
   <source>Packages of centre %1 are taken from now on.</source>
   <translation>从现在起收中心 %1 的数据包。</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>正在读取…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>正在合并数据包时需等待。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictClaimsPage</name>
  <message>
   <source>Recompute…</source>
   <translation>复算…</translation>
  </message>
  <message>
   <source>Return…</source>
   <translation>退回…</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>通过</translation>
  </message>
  <message>
   <source>Which claims</source>
   <translation>哪些申领</translation>
  </message>
  <message>
   <source>Waiting for a decision</source>
   <translation>待审定</translation>
  </message>
  <message>
   <source>All claims</source>
   <translation>全部申领</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>中心</translation>
  </message>
  <message>
   <source>All centres</source>
   <translation>全部中心</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>审定</translation>
  </message>
  <message>
   <source>Recomputed</source>
   <translation>复算</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>期间</translation>
  </message>
  <message>
   <source>Amount in yuan</source>
   <translation>金额（元）</translation>
  </message>
  <message>
   <source>Lines paid</source>
   <translation>补贴笔数</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>政策</translation>
  </message>
  <message>
   <source>Claims of the centres</source>
   <translation>各中心的申领</translation>
  </message>
  <message>
   <source>No claim waits for a decision.</source>
   <translation>没有待审定的申领。</translation>
  </message>
  <message>
   <source>Claims come with the packages (F2). 'All claims' shows those that were decided, too.</source>
   <translation>申领随数据包而来（F2）。选“全部申领”也看已审定的。</translation>
  </message>
  <message>
   <source>About the chosen claim</source>
   <translation>选中申领的说明</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>已通过</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>已退回</translation>
  </message>
  <message>
   <source>not signed</source>
   <translation>未签字</translation>
  </message>
  <message>
   <source>to decide</source>
   <translation>待审定</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>未复算</translation>
  </message>
  <message>
   <source>the same</source>
   <translation>一致</translation>
  </message>
  <message>
   <source>differs</source>
   <translation>不一致</translation>
  </message>
  <message numerus="yes">
   <source>%n claim(s) to decide</source>
   <translation>
    <numerusform>%n 份待审定</numerusform>
   </translation>
  </message>
  <message>
   <source>Settled by a draft of the policy.</source>
   <translation>按政策征求意见稿结算。</translation>
  </message>
  <message>
   <source>The centre has not signed it: there is nothing to decide yet.</source>
   <translation>中心尚未签字，还不能审定。</translation>
  </message>
  <message>
   <source>Recomputed from its package: the same lines, the same amount, the same digest.</source>
   <translation>凭数据包复算：明细、金额、摘要都一致。</translation>
  </message>
  <message>
   <source>Recomputed from its package: %1</source>
   <translation>凭数据包复算：%1</translation>
  </message>
  <message>
   <source>Accepted on %1.</source>
   <translation>%1 通过。</translation>
  </message>
  <message>
   <source>Returned on %1.</source>
   <translation>%1 退回。</translation>
  </message>
  <message>
   <source>Stick or folder with the packages</source>
   <translation>存放数据包的 U 盘或文件夹</translation>
  </message>
  <message>
   <source>Recomputing the claims of every package…</source>
   <translation>正在复算各数据包的申领…</translation>
  </message>
  <message>
   <source>Stopped. No claim was recomputed.</source>
   <translation>已停止，没有复算。</translation>
  </message>
  <message>
   <source>No package was found there. Packages end in .zip.age.</source>
   <translation>那里没有数据包。数据包的文件名以 .zip.age 结尾。</translation>
  </message>
  <message>
   <source>%1 claims came out the same, %2 differ.</source>
   <translation>%1 份一致，%2 份不一致。</translation>
  </message>
  <message>
   <source>Recomputing gave another result. Accept the claim all the same?</source>
   <translation>复算结果不一致，仍要通过？</translation>
  </message>
  <message>
   <source>Accept it</source>
   <translation>仍然通过</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>Why the claim goes back; the centre reads it</source>
   <translation>退回理由（中心会看到）</translation>
  </message>
  <message>
   <source>Decide claims</source>
   <translation>审定申领</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>正在读取…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>正在合并数据包时需等待。</translation>
  </message>
  <message>
   <source>Writing the decision down…</source>
   <translation>正在记录审定结果…</translation>
  </message>
  <message>
   <source>Write receipts…</source>
   <translation>写回执…</translation>
  </message>
  <message numerus="yes">
   <source>%n decision(s) are not in any receipt yet (%1).</source>
   <translation>
    <numerusform>有 %n 项审定结果还没有写进回执（%1）。</numerusform>
   </translation>
  </message>
  <message>
   <source>Recompute it first (Ctrl+O): from its package alone the program settles the claim once more.</source>
   <translation>请先复算（Ctrl+O）：程序只凭数据包把这份申领重新结算一遍。</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>另有 %n 条</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 is accepted.</source>
   <translation>%1 的申领已通过。</translation>
  </message>
  <message>
   <source>%1 goes back.</source>
   <translation>%1 的申领已退回。</translation>
  </message>
  <message>
   <source>Receipts go into</source>
   <translation>回执写到</translation>
  </message>
  <message>
   <source>Writing the receipts…</source>
   <translation>正在写回执…</translation>
  </message>
  <message numerus="yes">
   <source>%n receipt(s) are in %1. Give each centre its own back.</source>
   <translation>
    <numerusform>%n 份回执已写到 %1，请分别交回各中心。</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictFindingsPage</name>
  <message>
   <source>double meal</source>
   <translation>重复用餐</translation>
  </message>
  <message>
   <source>Ask both centres where the person ate that day. The one that was wrong makes its meal void; its next package puts it right.</source>
   <translation>请问两个中心，老人当天在哪里用餐。记错的一方作废该条，下一个数据包即会改正。</translation>
  </message>
  <message>
   <source>beds overlap</source>
   <translation>床位重叠</translation>
  </message>
  <message>
   <source>Ask both centres since when the person has lived where. The one that was wrong corrects the last day of its stay.</source>
   <translation>请问两个中心，老人从哪天起住在哪里。记错的一方改正退床日期。</translation>
  </message>
  <message>
   <source>claim after death</source>
   <translation>死亡后申领</translation>
  </message>
  <message>
   <source>Return the claim on the Claims page (F8) with this as its reason, or ask for the day of death once more.</source>
   <translation>在“审定申领”（F8）以此为由退回，或再核实死亡日期。</translation>
  </message>
  <message>
   <source>claimed twice</source>
   <translation>重复申领</translation>
  </message>
  <message>
   <source>Return one of the claims on the Claims page (F8) and name the other in the reason.</source>
   <translation>在“审定申领”（F8）退回其中一份，理由写明另一份。</translation>
  </message>
  <message>
   <source>rule not in force</source>
   <translation>政策未施行</translation>
  </message>
  <message>
   <source>Return the claim (F8). The centre imports the policy of that time and settles again.</source>
   <translation>退回申领（F8），由中心导入当时的政策重新结算。</translation>
  </message>
  <message>
   <source>history rewritten</source>
   <translation>历史被改</translation>
  </message>
  <message>
   <source>Take the centre's data folder and its backups into keeping and ask who worked on them. Decide no claim of it before.</source>
   <translation>请封存该中心的数据文件夹和备份，查问谁动过。查清之前不审定它的申领。</translation>
  </message>
  <message>
   <source>two contents</source>
   <translation>内容冲突</translation>
  </message>
  <message>
   <source>Ask the centre which one is right; it edits the record once, and its next package brings that.</source>
   <translation>请问中心哪一份对；由中心改一次该记录，下一个数据包即会带来。</translation>
  </message>
  <message>
   <source>same person</source>
   <translation>同一人</translation>
  </message>
  <message>
   <source>Nothing is wrong by that alone. Compare what both centres have on file.</source>
   <translation>仅此并无差错。请比对两个中心的档案。</translation>
  </message>
  <message>
   <source>package missing</source>
   <translation>缺包</translation>
  </message>
  <message>
   <source>Ask the centre for the stick. If it is lost, the next package brings its records, too.</source>
   <translation>请向中心要这个 U 盘。若已丢失，下一个数据包会再带上这些记录。</translation>
  </message>
  <message>
   <source>number twice</source>
   <translation>重号</translation>
  </message>
  <message>
   <source>Ask the centre whether a backup was restored or two computers are in use.</source>
   <translation>请问中心是否恢复过备份，或两台电脑同时在用。</translation>
  </message>
  <message>
   <source>restored</source>
   <translation>账册恢复</translation>
  </message>
  <message>
   <source>The centre can bring back what is missing from its own packages (package recover).</source>
   <translation>中心可用自己较新的数据包找回缺少的记录（package recover）。</translation>
  </message>
  <message>
   <source>not delivered</source>
   <translation>未报送</translation>
  </message>
  <message>
   <source>Remind the centre of its quarterly package.</source>
   <translation>请催报季度数据包。</translation>
  </message>
  <message>
   <source>probably the same</source>
   <translation>疑似同一人</translation>
  </message>
  <message>
   <source>Ask the centre without a resident number for it; then this line goes or is certain.</source>
   <translation>请未登记身份证号的中心补登；补登后这一条会消失或得到确认。</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>疑点</translation>
  </message>
  <message>
   <source>Kind of finding</source>
   <translation>疑点种类</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>中心</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>疑点</translation>
  </message>
  <message>
   <source>Nothing was found.</source>
   <translation>没有疑点。</translation>
  </message>
  <message>
   <source>F2: merge packages. Each merge looks through all of them anew.</source>
   <translation>按 F2 合并数据包；每次合并后都会全部重新查找。</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Records of both sides</source>
   <translation>双方记录</translation>
  </message>
  <message>
   <source>No single record speaks for this.</source>
   <translation>这一条不涉及具体记录。</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>正在查找…</translation>
  </message>
  <message>
   <source>All kinds (%1)</source>
   <translation>全部种类（%1）</translation>
  </message>
  <message>
   <source>All centres</source>
   <translation>全部中心</translation>
  </message>
  <message numerus="yes">
   <source>%n finding(s)</source>
   <translation>
    <numerusform>共 %n 条</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more record(s)</source>
   <translation>
    <numerusform>另有 %n 条记录</numerusform>
   </translation>
  </message>
  <message>
   <source>void</source>
   <translation>已作废</translation>
  </message>
  <message>
   <source>the other content</source>
   <translation>另一份内容</translation>
  </message>
  <message>
   <source>not in the store any more</source>
   <translation>库中已没有</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>正在读取…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>正在合并数据包时需等待。</translation>
  </message>
  <message>
   <source>Looking through the records of all centres…</source>
   <translation>正在查看各中心的全部记录…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictMergePage</name>
  <message>
   <source>Merge packages</source>
   <translation>合并数据包</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Choose: %1</source>
   <translation>选择：%1</translation>
  </message>
  <message>
   <source>Stick or folder with the packages</source>
   <translation>存放数据包的 U 盘或文件夹</translation>
  </message>
  <message>
   <source>Receipts go into</source>
   <translation>回执写到</translation>
  </message>
  <message>
   <source>State</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>数据包</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>中心</translation>
  </message>
  <message>
   <source>What to know</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Updated</source>
   <translation>更新</translation>
  </message>
  <message>
   <source>Unchanged</source>
   <translation>未变</translation>
  </message>
  <message>
   <source>In conflict</source>
   <translation>冲突</translation>
  </message>
  <message>
   <source>What became of the packages</source>
   <translation>各数据包的结果</translation>
  </message>
  <message>
   <source>No package was judged yet.</source>
   <translation>还没有核验数据包。</translation>
  </message>
  <message>
   <source>Choose the stick or folder (Ctrl+O), then Ctrl+Enter. Folders in it are looked through.</source>
   <translation>选 U 盘或文件夹（Ctrl+O），再按 Ctrl+Enter。子文件夹也会查看。</translation>
  </message>
  <message>
   <source>About the chosen package</source>
   <translation>选中数据包的说明</translation>
  </message>
  <message>
   <source>Choose the stick or folder with the packages (Ctrl+O).</source>
   <translation>请选存放数据包的 U 盘或文件夹（Ctrl+O）。</translation>
  </message>
  <message>
   <source>Choose where the receipts go (Ctrl+R).</source>
   <translation>请选回执写到哪里（Ctrl+R）。</translation>
  </message>
  <message>
   <source>Judging the packages one by one…</source>
   <translation>正在逐个核验数据包…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was merged.</source>
   <translation>已停止，没有合并任何数据包。</translation>
  </message>
  <message>
   <source>No package was found there. Packages end in .zip.age.</source>
   <translation>那里没有数据包。数据包的文件名以 .zip.age 结尾。</translation>
  </message>
  <message>
   <source>%1 merged, %2 already here, %3 refused.</source>
   <translation>合并 %1 个，已收过 %2 个，拒收 %3 个。</translation>
  </message>
  <message numerus="yes">
   <source>%n receipt(s) are in %1. Give each centre its own back.</source>
   <translation>
    <numerusform>%n 份回执已写到 %1，请分别交回各中心。</numerusform>
   </translation>
  </message>
  <message>
   <source>Findings: %1 (F3).</source>
   <translation>疑点 %1 条（F3）。</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>另有 %n 条</numerusform>
   </translation>
  </message>
  <message>
   <source>merged</source>
   <translation>已合并</translation>
  </message>
  <message>
   <source>already here</source>
   <translation>已收过</translation>
  </message>
  <message>
   <source>merged, superseded</source>
   <translation>已收，有更新的包</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>拒收</translation>
  </message>
  <message>
   <source>What to do: enter the centre with its signature key on the Centres page (F4), then merge again.</source>
   <translation>怎么办：在“中心名单”（F4）登记该中心及其签名公钥，再合并一次。</translation>
  </message>
  <message>
   <source>What to do: ask the centre by telephone whether it sent this package, and compare the code of its key. Do not enter another key before that.</source>
   <translation>怎么办：打电话问中心是否报过这个包，并核对公钥短码。核对之前不要登记别的公钥。</translation>
  </message>
  <message>
   <source>What to do: ask the centre to write the package again, sealed to the key of this office.</source>
   <translation>怎么办：请中心用本局收件公钥重写一份。</translation>
  </message>
  <message>
   <source>What to do: ask the centre to write the package again on another stick. Keep this one.</source>
   <translation>怎么办：请中心换一个 U 盘重写一份；这一个请保留。</translation>
  </message>
  <message>
   <source>What to do: the findings (F3) show both contents of each record in conflict.</source>
   <translation>怎么办：在“疑点”（F3）查看每条冲突记录的两份内容。</translation>
  </message>
  <message>
   <source>A newer package of this centre is here already; this one changed only what was still missing.</source>
   <translation>该中心较新的数据包已在库中；这一个只补上了缺少的记录。</translation>
  </message>
  <message>
   <source>The centre %1 is not on the list of centres.</source>
   <translation>中心 %1 不在中心名单上。</translation>
  </message>
  <message numerus="yes">
   <source>Stopped. The %n package(s) of the list are judged and stay so; not all receipts are written. Merge the same folder again for the rest and for the receipts.</source>
   <translation>
    <numerusform>已停止。列出的 %n 个数据包已核验，结果保留；回执尚未写全。再合并同一文件夹，即可接着做完并写出回执。</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictOfficePage</name>
  <message>
   <source>This office</source>
   <translation>本局</translation>
  </message>
  <message>
   <source>Keys for the centres</source>
   <translation>给各中心的公钥</translation>
  </message>
  <message>
   <source>Each centre enters both on its settings page. They are no secret.</source>
   <translation>各中心把两个公钥填入“设置”页。公钥可以公开。</translation>
  </message>
  <message>
   <source>Key for packages (age1…)</source>
   <translation>本局收件公钥（age1…）</translation>
  </message>
  <message>
   <source>Signature key (RW…)</source>
   <translation>本局验签公钥（RW…）</translation>
  </message>
  <message>
   <source>Code to compare by telephone</source>
   <translation>电话核对短码</translation>
  </message>
  <message>
   <source>Save both keys as a text file…</source>
   <translation>把两个公钥存为文本文件…</translation>
  </message>
  <message>
   <source>Store and identity file</source>
   <translation>库与身份文件</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>库</translation>
  </message>
  <message>
   <source>Identity file</source>
   <translation>身份文件</translation>
  </message>
  <message>
   <source>Without the identity file no package can be opened. Keep it and a copy in two safes; back the store up like any file of the office.</source>
   <translation>没有身份文件，任何数据包都打不开。请把它和副本分别锁入两个保险柜；库与局里其他文件一样定期备份。</translation>
  </message>
  <message>
   <source>Save a copy of the identity file…</source>
   <translation>另存一份身份文件…</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>外观</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>字号</translation>
  </message>
  <message>
   <source>%1 %</source>
   <translation>%1 %</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>对比度</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>普通</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高对比度</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>The keys for the centres</source>
   <translation>给各中心的公钥</translation>
  </message>
  <message>
   <source>keys of the district</source>
   <translation>本局公钥</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>文本 (*.txt)</translation>
  </message>
  <message>
   <source>Both keys are in %1.</source>
   <translation>两个公钥已存到 %1。</translation>
  </message>
  <message>
   <source>A copy of the identity file</source>
   <translation>身份文件的副本</translation>
  </message>
  <message>
   <source>Identity files (*.key)</source>
   <translation>身份文件 (*.key)</translation>
  </message>
  <message>
   <source>The copy is at %1. Lock it away in another safe.</source>
   <translation>副本已存到 %1，请锁入另一个保险柜。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::DistrictReportPage</name>
  <message>
   <source>Report</source>
   <translation>汇总</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>中心</translation>
  </message>
  <message>
   <source>All centres</source>
   <translation>全部中心</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Newest quarter</source>
   <translation>最近季度</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>未报过</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>数据包</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Centres</source>
   <translation>各中心</translation>
  </message>
  <message>
   <source>No centre is entered yet.</source>
   <translation>还没有登记中心。</translation>
  </message>
  <message>
   <source>F4: enter the centres whose packages are taken.</source>
   <translation>按 F4 登记可收数据包的中心。</translation>
  </message>
  <message>
   <source>Kind of record</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Records by kind</source>
   <translation>各类记录</translation>
  </message>
  <message>
   <source>No record came from it.</source>
   <translation>还没有收到它的记录。</translation>
  </message>
  <message>
   <source>F2: merge packages.</source>
   <translation>按 F2 合并数据包。</translation>
  </message>
  <message>
   <source>Counting…</source>
   <translation>正在统计…</translation>
  </message>
  <message>
   <source>%1 of %2 centres delivered · findings: %3</source>
   <translation>%2 个中心中 %1 个已报 · 疑点 %3 条</translation>
  </message>
  <message>
   <source>Overview %1.pdf</source>
   <translation>各中心数据汇总表 %1.pdf</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>正在读取…</translation>
  </message>
  <message>
   <source>While packages are being merged this waits.</source>
   <translation>正在合并数据包时需等待。</translation>
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
收件公钥：%2
验签公钥：%3
</translation>
  </message>
  <message>
   <source>The keys cannot be written to %1. Choose another place.</source>
   <translation>公钥写不到 %1，请换个位置。</translation>
  </message>
  <message>
   <source>The office</source>
   <translation>局名与库</translation>
  </message>
  <message>
   <source>The identity file</source>
   <translation>身份文件</translation>
  </message>
  <message>
   <source>Keys for the centres</source>
   <translation>给各中心的公钥</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Set up a new district…</source>
   <translation>新开设一个区…</translation>
  </message>
  <message>
   <source>This is a centre…</source>
   <translation>这里是养老中心…</translation>
  </message>
  <message>
   <source>The district office</source>
   <translation>区民政局</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Choose: %1</source>
   <translation>选择：%1</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>库</translation>
  </message>
  <message>
   <source>Password of the database</source>
   <translation>数据库密码</translation>
  </message>
  <message>
   <source>District stores (*.db);;All files (*)</source>
   <translation>区库 (*.db);;全部文件 (*)</translation>
  </message>
  <message>
   <source>The file, or the address of the PostgreSQL database, that was set up for the district.</source>
   <translation>开设时选定的库文件，或 PostgreSQL 数据库地址。</translation>
  </message>
  <message>
   <source>The district's store</source>
   <translation>本局的库</translation>
  </message>
  <message>
   <source>Identity file</source>
   <translation>身份文件</translation>
  </message>
  <message>
   <source>It opens the packages. Put in the stick on which it is kept; take the stick out again when the window is closed or locked.</source>
   <translation>有它才能打开数据包。请插上存放它的 U 盘；关闭或锁定窗口后拔下。</translation>
  </message>
  <message>
   <source>The district's identity file</source>
   <translation>本局的身份文件</translation>
  </message>
  <message>
   <source>Identity files (*.key *.txt);;All files (*)</source>
   <translation>身份文件 (*.key *.txt);;全部文件 (*)</translation>
  </message>
  <message>
   <source>The district office takes in the centres' quarterly packages, finds what no centre can see alone, and gives a receipt back.</source>
   <translation>区民政局在这里收各中心的季度数据包，查出单个中心看不到的问题，并写回执。</translation>
  </message>
  <message>
   <source>Name of the office</source>
   <translation>局名</translation>
  </message>
  <message>
   <source>As it stands on receipts, such as 青山区民政局.</source>
   <translation>与回执上的一致，例如：青山区民政局。</translation>
  </message>
  <message>
   <source>One file on this computer is enough for most districts. A city with a PostgreSQL server writes its address: postgresql://user@host:port/database.</source>
   <translation>多数区县用本机的一个文件即可。有 PostgreSQL 服务器的市可填地址：postgresql://用户@主机:端口/数据库。</translation>
  </message>
  <message>
   <source>Where the store is to lie</source>
   <translation>库放在哪里</translation>
  </message>
  <message>
   <source>District stores (*.db)</source>
   <translation>区库 (*.db)</translation>
  </message>
  <message>
   <source>Packages and the store are sealed to one identity file. Whoever has it can read all persons' files; without it nobody can, not even the maker of this program. Keep it on a stick in a safe, and a copy in another safe.</source>
   <translation>数据包和库只认一个身份文件。谁拿到它，谁就能看全部老人的资料；丢了它，谁也打不开，本软件的作者也不行。请存在 U 盘锁入保险柜，另备一份放入另一个保险柜。</translation>
  </message>
  <message>
   <source>Make a new identity file</source>
   <translation>新建身份文件</translation>
  </message>
  <message>
   <source>Use one that is there</source>
   <translation>使用已有的</translation>
  </message>
  <message>
   <source>Where the identity file is to lie</source>
   <translation>身份文件放在哪里</translation>
  </message>
  <message>
   <source>Identity files (*.key)</source>
   <translation>身份文件 (*.key)</translation>
  </message>
  <message>
   <source>The district is set up.</source>
   <translation>区库已开设。</translation>
  </message>
  <message>
   <source>First keep a copy of the identity file in another place.</source>
   <translation>请先把身份文件另存一份到别处。</translation>
  </message>
  <message>
   <source>Save a copy of the identity file…</source>
   <translation>另存一份身份文件…</translation>
  </message>
  <message>
   <source>Then give these two keys to every centre. They are no secret; a centre types or pastes them on its settings page.</source>
   <translation>再把下面两个公钥交给各中心，由中心填入“设置”页。公钥可以公开。</translation>
  </message>
  <message>
   <source>Key for packages (age1…)</source>
   <translation>本局收件公钥（age1…）</translation>
  </message>
  <message>
   <source>Signature key (RW…)</source>
   <translation>本局验签公钥（RW…）</translation>
  </message>
  <message>
   <source>Save both keys as a text file…</source>
   <translation>把两个公钥存为文本文件…</translation>
  </message>
  <message>
   <source>Open the district office</source>
   <translation>打开区民政局</translation>
  </message>
  <message>
   <source>Set up the district office</source>
   <translation>开设区民政局</translation>
  </message>
  <message>
   <source>Open one that is set up…</source>
   <translation>打开已开设的…</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Set up the district</source>
   <translation>开设</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>开始使用</translation>
  </message>
  <message>
   <source>Write the name of the office.</source>
   <translation>请填写局名。</translation>
  </message>
  <message>
   <source>Say where the store is to lie.</source>
   <translation>请填写库放在哪里。</translation>
  </message>
  <message>
   <source>Choose the store and the identity file.</source>
   <translation>请选择库和身份文件。</translation>
  </message>
  <message>
   <source>Opening the store…</source>
   <translation>正在打开库…</translation>
  </message>
  <message>
   <source>Say where the identity file is to lie.</source>
   <translation>请填写身份文件放在哪里。</translation>
  </message>
  <message>
   <source>Making the keys and the store…</source>
   <translation>正在生成密钥和库…</translation>
  </message>
  <message>
   <source>To compare by telephone: %1</source>
   <translation>电话核对短码：%1</translation>
  </message>
  <message>
   <source>A copy of the identity file</source>
   <translation>身份文件的副本</translation>
  </message>
  <message>
   <source>The copy is at %1. Lock it away in another safe.</source>
   <translation>副本已存到 %1，请锁入另一个保险柜。</translation>
  </message>
  <message>
   <source>The keys for the centres</source>
   <translation>给各中心的公钥</translation>
  </message>
  <message>
   <source>keys of the district</source>
   <translation>本局公钥</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>文本 (*.txt)</translation>
  </message>
  <message>
   <source>Both keys are in %1.</source>
   <translation>两个公钥已存到 %1。</translation>
  </message>
  <message>
   <source>Begin without a copy of the identity file?</source>
   <translation>不留身份文件副本就开始使用？</translation>
  </message>
  <message>
   <source>If the file is lost, no package can be opened any more and the names in the store stay sealed for ever.</source>
   <translation>文件一旦丢失，再也打不开任何数据包，库中的姓名也永远无法读出。</translation>
  </message>
  <message>
   <source>Begin without a copy</source>
   <translation>不留副本，开始使用</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>返回</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ElderFile</name>
  <message>
   <source>Photo…</source>
   <translation>照片…</translation>
  </message>
  <message>
   <source>Holds today</source>
   <translation>今天有效的认定</translation>
  </message>
  <message>
   <source>Card  %1</source>
   <translation>卡号　%1</translation>
  </message>
  <message>
   <source>Born  %1</source>
   <translation>出生　%1</translation>
  </message>
  <message>
   <source>Ethnic group  %1</source>
   <translation>民族　%1</translation>
  </message>
  <message>
   <source>Phone  %1</source>
   <translation>电话　%1</translation>
  </message>
  <message>
   <source>No ID number: %1</source>
   <translation>暂无证件号：%1</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <translation>%1（%2）</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>联系人</translation>
  </message>
  <message>
   <source>This file is void: %1</source>
   <translation>本档案已作废：%1</translation>
  </message>
  <message>
   <source>Died on %1</source>
   <translation>%1去世</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>照片</translation>
  </message>
  <message>
   <source>%1 (to check)</source>
   <translation>%1（待核）</translation>
  </message>
  <message>
   <source>%1 until %2</source>
   <translation>%1 %2到期</translation>
  </message>
  <message>
   <source>nothing known</source>
   <translation>尚无认定</translation>
  </message>
  <message>
   <source>Photo of %1</source>
   <translation>%1的照片</translation>
  </message>
  <message>
   <source>Pictures (*.jpg *.jpeg *.png)</source>
   <translation>图片 (*.jpg *.jpeg *.png)</translation>
  </message>
  <message>
   <source>The picture cannot be read or is larger than 2 MB. Choose a smaller one.</source>
   <translation>图片读不出来，或超过 2 MB。请换一张小一些的。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ElderTimeline</name>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>助餐</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>补贴</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>认定</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>修改记录</translation>
  </message>
  <message>
   <source>End the fact…</source>
   <translation>终止认定…</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>作废…</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>事项</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>By</source>
   <translation>经办</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Everything recorded, newest first</source>
   <translation>全部记录，最新在前</translation>
  </message>
  <message>
   <source>Nothing is recorded yet</source>
   <translation>还没有记录</translation>
  </message>
  <message>
   <source>Ctrl+N records what is true of her and from when.</source>
   <translation>按 Ctrl+N 登记认定及其起始日期。</translation>
  </message>
  <message>
   <source>When</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>所在</translation>
  </message>
  <message>
   <source>What</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>原值</translation>
  </message>
  <message>
   <source>After</source>
   <translation>新值</translation>
  </message>
  <message>
   <source>Who changed what, newest first</source>
   <translation>修改记录，最新的在上</translation>
  </message>
  <message>
   <source>Nothing was changed yet</source>
   <translation>尚无修改</translation>
  </message>
  <message>
   <source>Each change of this file stands here for good.</source>
   <translation>本档案的每一次修改都会留在这里。</translation>
  </message>
  <message>
   <source>The changes cannot be shown</source>
   <translation>修改记录无法显示</translation>
  </message>
  <message>
   <source>%1 to %2</source>
   <translation>%1 至 %2</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>%1 起</translation>
  </message>
  <message>
   <source>learned on %1</source>
   <translation>%1得知</translation>
  </message>
  <message>
   <source>%1: %2 meals subsidised</source>
   <translation>%1 申领：补贴 %2 餐</translation>
  </message>
  <message>
   <source>, %1 not</source>
   <translation>，不补贴 %1 餐</translation>
  </message>
  <message>
   <source>, %1 to check</source>
   <translation>，待核 %1 餐</translation>
  </message>
  <message>
   <source>Claim</source>
   <translation>补贴</translation>
  </message>
  <message>
   <source>End the fact</source>
   <translation>终止认定</translation>
  </message>
  <message>
   <source>Last day on which this holds: %1</source>
   <translation>此认定有效的最后一天：%1</translation>
  </message>
  <message>
   <source>'%1' is not a day. Write it as 2021-09-03.</source>
   <translation>“%1”不是日期，请写成 2021-09-03。</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Why is this void? %1</source>
   <translation>为什么作废？%1</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>服务</translation>
  </message>
  <message>
   <source>Day care</source>
   <translation>日托</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>意外</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>健康</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>辅具</translation>
  </message>
  <message>
   <source>The records cannot be shown</source>
   <translation>记录无法显示</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::EldersPage</name>
  <message>
   <source>Elders</source>
   <translation>老人</translation>
  </message>
  <message>
   <source>Import a roster</source>
   <translation>导入花名册</translation>
  </message>
  <message>
   <source>New elder</source>
   <translation>新建档案</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>作废…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>New fact</source>
   <translation>登记认定</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Search the list</source>
   <translation>在名单中查找</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number or phone, card</source>
   <translation>姓名、拼音首字母、证件号或手机尾号、卡号</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>性别</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>年龄</translation>
  </message>
  <message>
   <source>ID number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>卡号</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>died %1</source>
   <translation>%1去世</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>住址</translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>共 %n 人</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 years</source>
   <translation>%1岁</translation>
  </message>
  <message>
   <source>Edit %1</source>
   <translation>修改 %1</translation>
  </message>
  <message>
   <source>Fields with * are needed</source>
   <translation>带 * 的必须填写</translation>
  </message>
  <message>
   <source>No elder is here yet</source>
   <translation>这里还没有老人档案</translation>
  </message>
  <message>
   <source>Ctrl+I brings in the roster you have; Ctrl+N writes a new elder by hand.</source>
   <translation>按 Ctrl+I 导入现有花名册，按 Ctrl+N 逐个新建。</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>Fewer letters, or the last digits of the ID number?</source>
   <translation>少输几个字母，或改用证件号尾号试试。</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Why is the file of %1 void?</source>
   <translation>为什么作废 %1 的档案？</translation>
  </message>
  <message>
   <source>New assessment</source>
   <translation>新评估</translation>
  </message>
  <message>
   <source>Merge files…</source>
   <translation>合并档案…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FacilitiesPage</name>
  <message>
   <source>Facilities and projects</source>
   <translation>设施与项目</translation>
  </message>
  <message>
   <source>Facilities</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>No facility is recorded yet</source>
   <translation>还没有登记设施</translation>
  </message>
  <message>
   <source>Premises</source>
   <translation>用房</translation>
  </message>
  <message>
   <source>No premises are recorded yet</source>
   <translation>还没有登记用房</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>No project is recorded yet</source>
   <translation>还没有登记项目</translation>
  </message>
  <message>
   <source>Costs</source>
   <translation>费用</translation>
  </message>
  <message>
   <source>No cost is recorded yet</source>
   <translation>还没有登记费用</translation>
  </message>
  <message>
   <source>Acceptances</source>
   <translation>验收</translation>
  </message>
  <message>
   <source>No acceptance is recorded yet</source>
   <translation>还没有登记验收</translation>
  </message>
  <message>
   <source>Evaluations</source>
   <translation>评估</translation>
  </message>
  <message>
   <source>No evaluation is recorded yet</source>
   <translation>还没有登记评估</translation>
  </message>
  <message>
   <source>Budgets</source>
   <translation>资金台账</translation>
  </message>
  <message>
   <source>No budget is recorded yet</source>
   <translation>还没有登记资金</translation>
  </message>
  <message>
   <source>Bed stays</source>
   <translation>床位入住</translation>
  </message>
  <message>
   <source>No bed stay is recorded for the last year</source>
   <translation>近一年没有床位入住记录</translation>
  </message>
  <message>
   <source>Beds at home</source>
   <translation>家庭床位</translation>
  </message>
  <message>
   <source>No bed at home is recorded for the last year</source>
   <translation>近一年没有家庭养老床位记录</translation>
  </message>
  <message>
   <source>Absences</source>
   <translation>请假</translation>
  </message>
  <message>
   <source>No absence is recorded for the last year</source>
   <translation>近一年没有请假记录</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FactDialog</name>
  <message>
   <source>Record the fact</source>
   <translation>登记</translation>
  </message>
  <message>
   <source>New fact</source>
   <translation>登记认定</translation>
  </message>
  <message>
   <source>What</source>
   <translation>认定事项</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>认定结果</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>等级</translation>
  </message>
  <message>
   <source>Grade %1</source>
   <translation>%1 级</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>从哪天起</translation>
  </message>
  <message>
   <source>Last day, if it ends</source>
   <translation>到哪天止（没有可不填）</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>依据材料</translation>
  </message>
  <message>
   <source>Which paper, its number, how many pages</source>
   <translation>什么材料、编号、几页</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Place or code, such as 包头市青山区</source>
   <translation>地名或代码，如包头市青山区</translation>
  </message>
  <message>
   <source>Not found; it will be kept as written and marked.</source>
   <translation>没有这个区划；将按原文保存并标为待核。</translation>
  </message>
  <message>
   <source>Write the days as 2021-09-03; the first day is needed.</source>
   <translation>日期请写成 2021-09-03；起始日期必须填写。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FactWords</name>
  <message>
   <source>sight</source>
   <translation>视力残疾</translation>
  </message>
  <message>
   <source>hearing</source>
   <translation>听力残疾</translation>
  </message>
  <message>
   <source>speech</source>
   <translation>言语残疾</translation>
  </message>
  <message>
   <source>limbs</source>
   <translation>肢体残疾</translation>
  </message>
  <message>
   <source>intellectual</source>
   <translation>智力残疾</translation>
  </message>
  <message>
   <source>mental</source>
   <translation>精神残疾</translation>
  </message>
  <message>
   <source>several</source>
   <translation>多重残疾</translation>
  </message>
  <message>
   <source>%1, grade %2</source>
   <translation>%1%2级</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FirstRunView</name>
  <message>
   <source>The centre</source>
   <translation>本中心</translation>
  </message>
  <message>
   <source>The first person</source>
   <translation>第一位使用人</translation>
  </message>
  <message>
   <source>The recovery key</source>
   <translation>恢复密钥</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Set up Songhe for your centre</source>
   <translation>为本中心设置松鹤</translation>
  </message>
  <message>
   <source>Look at a demonstration centre</source>
   <translation>先看演示中心</translation>
  </message>
  <message>
   <source>Name of the centre</source>
   <translation>中心名称</translation>
  </message>
  <message>
   <source>As it stands on its seal and on claims.</source>
   <translation>与公章和申领表上的名称一致。</translation>
  </message>
  <message>
   <source>Code of the centre</source>
   <translation>中心编号</translation>
  </message>
  <message>
   <source>As the district calls it; it stands in the name of each package.</source>
   <translation>区民政局给的编号，会写在每个数据包的文件名里。</translation>
  </message>
  <message>
   <source>District or county</source>
   <translation>所在区县</translation>
  </message>
  <message>
   <source>By name or by its six digits.</source>
   <translation>写名称或六位代码均可。</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>您的姓名</translation>
  </message>
  <message>
   <source>It stands beside everything you record.</source>
   <translation>您登记的每一条记录都会署这个名字。</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>At least %1 characters. Without it nobody can read the data, not even the maker of this program.</source>
   <translation>至少 %1 位。没有密码，谁也打不开数据，软件作者也不行。</translation>
  </message>
  <message>
   <source>Password once more</source>
   <translation>再输一遍密码</translation>
  </message>
  <message>
   <source>If all passwords are forgotten, this key opens the data. It is shown only now and stored nowhere: print it, sign it and lock it away.</source>
   <translation>密码全忘了时，只有这把密钥能打开数据。它只在此刻显示，哪里也不保存：请打印、签字并锁进保险柜。</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>恢复密钥</translation>
  </message>
  <message>
   <source>Print the key</source>
   <translation>打印密钥</translation>
  </message>
  <message>
   <source>Type the last group of the key from your paper</source>
   <translation>请照纸上输入密钥的最后一组</translation>
  </message>
  <message>
   <source>Set up the centre</source>
   <translation>建立本中心</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>开始使用</translation>
  </message>
  <message>
   <source>Which one? %1</source>
   <translation>是哪一个？%1</translation>
  </message>
  <message>
   <source>Write the name of the centre.</source>
   <translation>请填写中心名称。</translation>
  </message>
  <message>
   <source>Write the code of the centre. If the district gave none, choose a short one, such as YY001.</source>
   <translation>请填写中心编号。区民政局没有给编号的，可自定一个简短的，如 YY001。</translation>
  </message>
  <message>
   <source>Write the district or county so that one is found, such as 包头市青山区.</source>
   <translation>请把区县写到能认出来，如包头市青山区。</translation>
  </message>
  <message>
   <source>Write your name.</source>
   <translation>请填写您的姓名。</translation>
  </message>
  <message>
   <source>Choose a password of at least %1 characters.</source>
   <translation>密码至少要 %1 位。</translation>
  </message>
  <message>
   <source>The two passwords differ. Type the second one again.</source>
   <translation>两次密码不一样，请重输第二遍。</translation>
  </message>
  <message>
   <source>Making the keys and the data file…</source>
   <translation>正在生成密钥和数据文件…</translation>
  </message>
  <message>
   <source>That is not the last group of the key. Look at your paper once more.</source>
   <translation>这不是密钥的最后一组，请再对照纸上看一遍。</translation>
  </message>
  <message>
   <source>This is the district office…</source>
   <translation>这里是区民政局…</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::FormBase</name>
  <message>
   <source>%1: '%2' is not a day. Write it as 2021-09-03.</source>
   <translation>%1：“%2”不是日期，请写成 2021-09-03。</translation>
  </message>
  <message>
   <source>%1: '%2' is not an amount. Write it as 12.50.</source>
   <translation>%1：“%2”不是金额，请写成 12.50。</translation>
  </message>
  <message>
   <source>%1: '%2' is no floor area. Write it in m² with at most two decimals.</source>
   <translation>%1：“%2”不是面积。请以平方米填写，最多两位小数。</translation>
  </message>
  <message>
   <source>%1: '%2' is no whole number.</source>
   <translation>%1：“%2”不是整数。</translation>
  </message>
  <message>
   <source>%1: '%2' was not chosen from the list. Type, then press Enter on the right one.</source>
   <translation>%1：“%2”不是从列表中选定的。请输入后在正确的一条上按回车。</translation>
  </message>
  <message>
   <source>%1 (m²)</source>
   <translation>%1（㎡）</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>Certificate and its last day, parted by commas</source>
   <translation>证书及有效期截止日期，以逗号分隔</translation>
  </message>
  <message>
   <source>9:30, or 2021-09-03 9:30</source>
   <translation>9:30，或 2021-09-03 9:30</translation>
  </message>
  <message>
   <source>%1: '%2' is no time. Write it as 9:30, or 2021-09-03 9:30.</source>
   <translation>%1：“%2”不是时间。请写成 9:30 或 2021-09-03 9:30。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::GroupServiceDialog</name>
  <message>
   <source>One service for many</source>
   <translation>集体服务登记</translation>
  </message>
  <message>
   <source>Add a person</source>
   <translation>添加人员</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number; Enter adds the first one</source>
   <translation>姓名、拼音首字母或证件号尾数；回车添加第一位</translation>
  </message>
  <message>
   <source>Those of last time</source>
   <translation>上次的人员</translation>
  </message>
  <message>
   <source>Those who take part</source>
   <translation>参加人员</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Record for all</source>
   <translation>全部登记</translation>
  </message>
  <message>
   <source>No group was recorded with this service in the last 30 days.</source>
   <translation>最近 30 天没有该项目的集体服务。</translation>
  </message>
  <message numerus="yes">
   <source>%n person(s)</source>
   <translation>
    <numerusform>%n 人</numerusform>
   </translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>签到表</translation>
  </message>
  <message>
   <source>Add those who take part first.</source>
   <translation>请先加入参加人员。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::HealthView</name>
  <message>
   <source>What was measured</source>
   <translation>测量项目</translation>
  </message>
  <message>
   <source>Medicines (assessment): %1</source>
   <translation>用药（评估登记）：%1</translation>
  </message>
  <message>
   <source>Not measured yet</source>
   <translation>尚未测量</translation>
  </message>
  <message>
   <source>%1, from %2 to %3</source>
   <translation>%1，%2 至 %3</translation>
  </message>
  <message>
   <source>%1, since %2</source>
   <translation>%1，自 %2 起</translation>
  </message>
  <message>
   <source>Family doctor: no contract is recorded</source>
   <translation>家庭医生：未登记签约</translation>
  </message>
  <message>
   <source>Family doctor: %1</source>
   <translation>家庭医生：%1</translation>
  </message>
  <message>
   <source>; </source>
   <translation>；</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::HelpWindow</name>
  <message>
   <source>Help</source>
   <translation>帮助</translation>
  </message>
  <message>
   <source>Chapters</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>使用手册</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Keys of this page</source>
   <translation>本页按键</translation>
  </message>
  <message>
   <source>Keys everywhere</source>
   <translation>通用按键</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ImportDialog</name>
  <message>
   <source>Back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::LateEntryDialog</name>
  <message>
   <source>A late entry</source>
   <translation>补登往日的餐</translation>
  </message>
  <message>
   <source>So many days later a meal is recorded only with its reason, and with a second person who has seen the paper and confirms it by her own password. Both stand on the record, and the check before signing shows it.</source>
   <translation>已过多日，补登须写明原因，并由另一人看过纸质记录后用自己的密码确认。原因和确认人写在记录上，签章前的核对会列出。</translation>
  </message>
  <message>
   <source>For example: the network was down, written on paper</source>
   <translation>例如：停电，当时登记在纸上</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Second person</source>
   <translation>确认人</translation>
  </message>
  <message>
   <source>Her password</source>
   <translation>确认人密码</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Record late</source>
   <translation>补登</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::LineFacts</name>
  <message>
   <source>The record behind this line is not here any more. Settle the period again.</source>
   <translation>这条明细对应的记录已不在本机，请重新结算本期。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::LockCurtain</name>
  <message>
   <source>Locked</source>
   <translation>已锁定</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MealGridDialog</name>
  <message>
   <source>Import a month of meals</source>
   <translation>导入月度就餐表</translation>
  </message>
  <message>
   <source>Choose the month's table: names down, days across.</source>
   <translation>请选择就餐表：每行一位老人，每列一天。</translation>
  </message>
  <message>
   <source>File</source>
   <translation>选择文件</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>导入结果</translation>
  </message>
  <message>
   <source>Marks such as √, ✓, 1 or 送 are meals. Nothing is written before you have seen what it would be.</source>
   <translation>√、✓、1、送 等记号算一餐。看过结果之前，不会写入任何内容。</translation>
  </message>
  <message>
   <source>Served at</source>
   <translation>就餐点</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>What to look at</source>
   <translation>需要核对的内容</translation>
  </message>
  <message>
   <source>Nothing to look at: every mark is a meal of somebody known.</source>
   <translation>没有需要核对的：每个记号都是在册人员的一餐。</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>选择文件…</translation>
  </message>
  <message numerus="yes">
   <source>Write %n meals</source>
   <translation>
    <numerusform>写入 %n 餐</numerusform>
   </translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Choose the month's table</source>
   <translation>选择月度就餐表</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.xls *.ods *.csv)</source>
   <translation>表格文件 (*.xlsx *.xls *.ods *.csv)</translation>
  </message>
  <message>
   <source>Reading %1…</source>
   <translation>正在读取 %1…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was written.</source>
   <translation>已停止，没有写入任何内容。</translation>
  </message>
  <message numerus="yes">
   <source>%1: %n meals to write</source>
   <translation>
    <numerusform>%1：可写入 %n 餐</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people known</source>
   <translation>
    <numerusform>在册 %n 人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n recorded already</source>
   <translation>
    <numerusform>已登记过 %n 餐</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rows of people not on file</source>
   <translation>
    <numerusform>未在册 %n 行</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n double marks, each written once</source>
   <translation>
    <numerusform>重复记号 %n 处，各写一餐</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n marks after a death, not written</source>
   <translation>
    <numerusform>去世后的记号 %n 处，不写入</numerusform>
   </translation>
  </message>
  <message>
   <source>Importing %1…</source>
   <translation>正在导入 %1…</translation>
  </message>
  <message>
   <source>Stopped. No meal was written.</source>
   <translation>已停止，一餐也没有写入。</translation>
  </message>
  <message numerus="yes">
   <source>%n meals written</source>
   <translation>
    <numerusform>已写入 %n 餐</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 · %2. Settle the month on the page Claims (F8).</source>
   <translation>%1 · %2。可到“补贴申领”（F8）结算本月。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MealsPage</name>
  <message>
   <source>Meal desk</source>
   <translation>助餐台</translation>
  </message>
  <message>
   <source>Meal point</source>
   <translation>就餐点</translation>
  </message>
  <message>
   <source>Sitting</source>
   <translation>餐次</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>打印服务单</translation>
  </message>
  <message>
   <source>Take the last one back</source>
   <translation>撤销上一条</translation>
  </message>
  <message>
   <source>Scan a card, or type initials, the tail of an ID number or of a phone; Enter records</source>
   <translation>刷卡、扫码，或输入姓名首字母 / 证件尾号 / 手机尾号，回车登记</translation>
  </message>
  <message>
   <source>Who is eating</source>
   <translation>就餐老人</translation>
  </message>
  <message>
   <source>%1, %2 years</source>
   <translation>%1 %2岁</translation>
  </message>
  <message>
   <source>tail %1</source>
   <translation>尾号 %1</translation>
  </message>
  <message>
   <source>Found elders</source>
   <translation>找到的老人</translation>
  </message>
  <message>
   <source>Fetched by</source>
   <translation>代取人</translation>
  </message>
  <message>
   <source>Fetched by whom</source>
   <translation>由谁代取</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>How served</source>
   <translation>就餐方式</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <translation>%1（%2）</translation>
  </message>
  <message>
   <source>Subsidy</source>
   <translation>补贴</translation>
  </message>
  <message>
   <source>subsidised</source>
   <translation>可补贴</translation>
  </message>
  <message>
   <source>to check</source>
   <translation>待核</translation>
  </message>
  <message>
   <source>not subsidised</source>
   <translation>不补贴</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>补贴额</translation>
  </message>
  <message>
   <source>Own share</source>
   <translation>自付</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Meals of this sitting</source>
   <translation>本餐登记</translation>
  </message>
  <message>
   <source>Nobody has eaten at this sitting yet</source>
   <translation>本餐还没有登记</translation>
  </message>
  <message>
   <source>Type initials in the field above and press Enter.</source>
   <translation>在上面输入姓名首字母，按回车登记第一位。</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>作废…</translation>
  </message>
  <message>
   <source>This sitting</source>
   <translation>本餐</translation>
  </message>
  <message>
   <source>%1 meals at this sitting</source>
   <translation>本餐 %1 人次</translation>
  </message>
  <message>
   <source>subsidised %1   not %2</source>
   <translation>可补贴 %1　不补贴 %2</translation>
  </message>
  <message>
   <source>to check %1</source>
   <translation>待核 %1</translation>
  </message>
  <message>
   <source>Subsidies of today %1 yuan</source>
   <translation>今日补贴 %1 元</translation>
  </message>
  <message>
   <source>already recorded today</source>
   <translation>今日已登记</translation>
  </message>
  <message>
   <source>died %1</source>
   <translation>%1去世</translation>
  </message>
  <message>
   <source>subsidised %1</source>
   <translation>可补贴 %1</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>Fewer letters, or the last digits of the ID number?</source>
   <translation>少输几个字母，或改用证件号尾号试试。</translation>
  </message>
  <message>
   <source>Nobody of that name or number is here. Nothing was recorded.</source>
   <translation>没有这位老人，未登记。</translation>
  </message>
  <message>
   <source>Just recorded %1</source>
   <translation>刚刚登记 %1</translation>
  </message>
  <message>
   <source>Subsidy %1 yuan · own share %2 yuan</source>
   <translation>补贴 %1 元 · 自付 %2 元</translation>
  </message>
  <message>
   <source>Subsidy %1 yuan</source>
   <translation>补贴 %1 元</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>准备就绪</translation>
  </message>
  <message>
   <source>Who was recorded last stands here in large letters.</source>
   <translation>刚登记的老人会用大字显示在这里。</translation>
  </message>
  <message>
   <source>Not recorded</source>
   <translation>未登记</translation>
  </message>
  <message>
   <source>There is nothing of yours today to take back.</source>
   <translation>今天没有您登记的记录可以撤销。</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>%1 of %2 is void.</source>
   <translation>%2 的%1已作废。</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Why is the meal of %1 void?</source>
   <translation>为什么作废 %1 的这一餐？</translation>
  </message>
  <message>
   <source>Record a meal first; its slip can be printed then.</source>
   <translation>先登记一餐，才能打印服务单。</translation>
  </message>
  <message>
   <source>slip</source>
   <translation>服务单</translation>
  </message>
  <message>
   <source>Today, all sittings: %1</source>
   <translation>今日全部餐次 %1 人次</translation>
  </message>
  <message>
   <source>Subsidies of this point in this year: %1 of %2 yuan</source>
   <translation>今年本点补贴：已用 %1 元，上限 %2 元</translation>
  </message>
  <message>
   <source>The cap of %1 is used up: meals are recorded, not subsidised</source>
   <translation>上限 %1 已用完：照常登记，不再补贴</translation>
  </message>
  <message>
   <source>Cap %1, left %2</source>
   <translation>上限 %1，余 %2</translation>
  </message>
  <message>
   <source>%1 times, last %2</source>
   <translation>%1 次，最近 %2</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1：%2</translation>
  </message>
  <message>
   <source>Ctrl+Z takes all of them back together.</source>
   <translation>按 Ctrl+Z 整批一起撤销。</translation>
  </message>
  <message>
   <source>%1 deliveries</source>
   <translation>%1 份送餐</translation>
  </message>
  <message>
   <source>Subsidised %1 of them · %2 yuan together</source>
   <translation>其中可补贴 %1 份 · 共 %2 元</translation>
  </message>
  <message>
   <source>slips</source>
   <translation>服务单</translation>
  </message>
  <message>
   <source>A5 sheets</source>
   <translation>A5 纸</translation>
  </message>
  <message>
   <source>80 mm roll</source>
   <translation>80 毫米小票纸</translation>
  </message>
  <message>
   <source>Slips of the day</source>
   <translation>当日服务单</translation>
  </message>
  <message>
   <source>Batch delivery</source>
   <translation>批量送餐</translation>
  </message>
  <message>
   <source>That day, all sittings: %1</source>
   <translation>当日各餐次共 %1</translation>
  </message>
  <message>
   <source>Subsidies of that day %1 yuan</source>
   <translation>当日补贴 %1 元</translation>
  </message>
  <message>
   <source>already recorded that day</source>
   <translation>当日已登记</translation>
  </message>
  <message>
   <source>Writing up %1. Esc comes back to today.</source>
   <translation>正在补登%1的餐，按 Esc 回到今天。</translation>
  </message>
  <message>
   <source>Meals are recorded on their day or later. Write the day as 2021-09-03 or 9-3.</source>
   <translation>只能登记当天或往日的餐。日期写作 2021-09-03 或 9-3。</translation>
  </message>
  <message>
   <source>This meal is not here any more.</source>
   <translation>这一餐的记录已经不在了。</translation>
  </message>
  <message>
   <source>This meal was made void; the list shows those that stand.</source>
   <translation>这一餐已作废，列表只列有效的。</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>The day whose meals are recorded. Type an earlier one and press Enter to write up its meals; Esc comes back to today.</source>
   <translation>登记哪一天的餐。补登往日的餐，写日期并按回车；按 Esc 回到今天。</translation>
  </message>
  <message>
   <source>Paid here this year</source>
   <translation>今年本点补贴</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MergeEldersDialog</name>
  <message>
   <source>facts</source>
   <translation>情况</translation>
  </message>
  <message>
   <source>meals</source>
   <translation>助餐</translation>
  </message>
  <message>
   <source>assessments</source>
   <translation>能力评估</translation>
  </message>
  <message>
   <source>second keyings</source>
   <translation>第二次录入</translation>
  </message>
  <message>
   <source>drawings of assessments</source>
   <translation>评估抽查</translation>
  </message>
  <message>
   <source>bed stays</source>
   <translation>入住</translation>
  </message>
  <message>
   <source>beds at home</source>
   <translation>家庭养老床位</translation>
  </message>
  <message>
   <source>absences</source>
   <translation>外出住院</translation>
  </message>
  <message>
   <source>services</source>
   <translation>服务</translation>
  </message>
  <message>
   <source>agreements</source>
   <translation>协议</translation>
  </message>
  <message>
   <source>lines of the service plan</source>
   <translation>服务计划</translation>
  </message>
  <message>
   <source>bookings</source>
   <translation>预约</translation>
  </message>
  <message>
   <source>days of day care</source>
   <translation>日托</translation>
  </message>
  <message>
   <source>visits</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>how often she is visited</source>
   <translation>探访频次</translation>
  </message>
  <message>
   <source>incidents</source>
   <translation>意外</translation>
  </message>
  <message>
   <source>measurements</source>
   <translation>测量</translation>
  </message>
  <message>
   <source>loans of devices</source>
   <translation>辅具借出</translation>
  </message>
  <message>
   <source>Merge two files of one person</source>
   <translation>合并同一人的两份档案</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number or phone, card</source>
   <translation>姓名、拼音首字母、证件号或电话末几位、卡号</translation>
  </message>
  <message>
   <source>The other file of %1</source>
   <translation>%1的另一份档案</translation>
  </message>
  <message>
   <source>The file that was open (%1)</source>
   <translation>刚才打开的档案（%1）</translation>
  </message>
  <message>
   <source>The other file</source>
   <translation>另一份档案</translation>
  </message>
  <message>
   <source>Which file stays</source>
   <translation>保留哪一份</translation>
  </message>
  <message>
   <source>For example: entered twice, seen by her ID card</source>
   <translation>例如：重复建档，已核对身份证</translation>
  </message>
  <message>
   <source>Why these are one person's files</source>
   <translation>为什么是同一人</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Merge the files</source>
   <translation>合并档案</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>性别</translation>
  </message>
  <message>
   <source>Born</source>
   <translation>出生日期</translation>
  </message>
  <message>
   <source>ID number</source>
   <translation>证件号</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>卡号</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>住址</translation>
  </message>
  <message>
   <source>Files that may be hers</source>
   <translation>可能是同一人的档案</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>Fewer letters, or the last digits of the ID number?</source>
   <translation>少输几个字母，或者试试证件号末几位</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1 %2 条</translation>
  </message>
  <message>
   <source>File %1 has no records that would move to file %2.</source>
   <translation>档案 %1 没有要移到档案 %2 的记录。</translation>
  </message>
  <message>
   <source>From file %1 to file %2: %3.</source>
   <translation>从档案 %1 移到档案 %2：%3。</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>In both files, so made void in the one that goes: %1.</source>
   <translation>两份档案重复的记录在作废的那份里作废：%1 条。</translation>
  </message>
  <message>
   <source>Facts that stay in the void file, as the other one says something of those days itself: %1.</source>
   <translation>留在作废档案里的情况（保留的档案对那些日子已有记载）：%1 条。</translation>
  </message>
  <message>
   <source>File %1 becomes void and keeps its number and history. A merge cannot be taken back by one key: the records would have to be corrected one by one.</source>
   <translation>档案 %1 将作废，编号和历史保留。合并不能一键撤销，移过去的记录只能逐条更正。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::MonthEdit</name>
  <message>
   <source>e.g. 2021-09</source>
   <translation>如 2021-09</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::NewAssessmentDialog</name>
  <message>
   <source>%1 years</source>
   <translation>%1岁</translation>
  </message>
  <message>
   <source>New assessment</source>
   <translation>新评估</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老人</translation>
  </message>
  <message>
   <source>Name, pinyin initials, tail of ID number or phone, card</source>
   <translation>姓名、拼音首字母、证件号或电话末几位、卡号</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>评估标准</translation>
  </message>
  <message>
   <source>Day of the assessment</source>
   <translation>评估日期</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>评估原因</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Begin the sheet</source>
   <translation>开始评估</translation>
  </message>
  <message>
   <source>Choose the elder first: type a part of the name and press Enter.</source>
   <translation>请先选老人：输入姓名的一部分，按回车。</translation>
  </message>
  <message>
   <source>Write the day as 2021-09-03.</source>
   <translation>日期请写成 2021-09-03。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::OpenMonthDialog</name>
  <message>
   <source>Open a closed period</source>
   <translation>开放已签章的期间</translation>
  </message>
  <message>
   <source>%1 is closed: its claim is signed and stays as it is. What is entered while it is open goes into the next claim as a late record, and the opening stands on this one.</source>
   <translation>%1 已签章关闭，申领单保持不变。开放期间补登的记录进入下一期申领，开放的事实记在本申领单上。</translation>
  </message>
  <message>
   <source>For example: the paper register of one day was found</source>
   <translation>例如：找到某日的纸质登记本</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>For how many days, today included</source>
   <translation>开放几天（含今天）</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Open the period</source>
   <translation>开放补登</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::OptionRow</name>
  <message>
   <source>%1 points</source>
   <translation>%1 分</translation>
  </message>
  <message>
   <source>Key %1: %2, chosen</source>
   <translation>按键 %1：%2，已选</translation>
  </message>
  <message>
   <source>Key %1: %2</source>
   <translation>按键 %1：%2</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PackageFactsCard</name>
  <message>
   <source>Sealed, only the district and this centre can open it; whatever is changed or missing is found out.</source>
   <translation>加密后只有区民政局和本中心能打开；任何改动、缺失都会被发现。</translation>
  </message>
  <message>
   <source>A lost stick gives nothing away and loses nothing: the next package takes along what has no receipt yet.</source>
   <translation>U盘丢失不泄露、不丢数据：下一包会再带上未回执的记录。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PackagePage</name>
  <message>
   <source>Quarterly package</source>
   <translation>季度数据包</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>预检</translation>
  </message>
  <message>
   <source>Choose the stick</source>
   <translation>选择U盘</translation>
  </message>
  <message>
   <source>Write and compare</source>
   <translation>写入并核对</translation>
  </message>
  <message>
   <source>Hand-over sheet</source>
   <translation>打印交接单</translation>
  </message>
  <message>
   <source>Write to %1</source>
   <translation>写入 %1</translation>
  </message>
  <message>
   <source>the stick</source>
   <translation>U盘</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Looking through %1…</source>
   <translation>正在检查%1…</translation>
  </message>
  <message>
   <source>Check of %1</source>
   <translation>%1预检</translation>
  </message>
  <message>
   <source>Choose a folder for the package</source>
   <translation>选择存放数据包的文件夹</translation>
  </message>
  <message>
   <source>Plug a stick in, or choose a folder (Ctrl+O).</source>
   <translation>请插入U盘，或选择文件夹（Ctrl+O）。</translation>
  </message>
  <message>
   <source>Writing to %1 and reading it back…</source>
   <translation>正在写入 %1 并读回核对…</translation>
  </message>
  <message>
   <source>Stopped. The stick is as it was; no package was written.</source>
   <translation>已停止，U盘保持原样，没有写出数据包。</translation>
  </message>
  <message>
   <source>Written.</source>
   <translation>已写入。</translation>
  </message>
  <message>
   <source>Opening it as the district will, and checking every row…</source>
   <translation>正在照区民政局的方式打开，逐行核对…</translation>
  </message>
  <message>
   <source>Written and read back; the full check was not finished.</source>
   <translation>已写入并读回，完整核对未做完。</translation>
  </message>
  <message>
   <source>The package on the stick does not hold together.</source>
   <translation>U盘上的数据包核对未通过。</translation>
  </message>
  <message>
   <source>Written, read back and checked: every byte is right.</source>
   <translation>已写入、读回并核对：逐字节无误。</translation>
  </message>
  <message>
   <source>Hand-over sheet %1.pdf</source>
   <translation>交接单 %1.pdf</translation>
  </message>
  <message>
   <source>Quarter</source>
   <translation>季度</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>look at it</source>
   <translation>需核对</translation>
  </message>
  <message>
   <source>What is missing or doubtful</source>
   <translation>缺少或存疑的内容</translation>
  </message>
  <message>
   <source>Nothing is missing or doubtful.</source>
   <translation>没有缺少或存疑的内容。</translation>
  </message>
  <message>
   <source>Ctrl+Enter: choose the stick.</source>
   <translation>按 Ctrl+回车 选择U盘。</translation>
  </message>
  <message>
   <source>Enter opens what a line is about. None of these forbids the package.</source>
   <translation>按回车打开所涉及的档案。以上各项都不妨碍写出数据包。</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>写到哪里</translation>
  </message>
  <message>
   <source>Another folder…</source>
   <translation>其他文件夹…</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>stick</source>
   <translation>U盘</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>可用空间</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>位置</translation>
  </message>
  <message>
   <source>No stick is plugged in.</source>
   <translation>没有插U盘。</translation>
  </message>
  <message>
   <source>Plug one in, or choose a folder (Ctrl+O).</source>
   <translation>请插入U盘，或选择文件夹（Ctrl+O）。</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Contents of the package</source>
   <translation>数据包内容</translation>
  </message>
  <message>
   <source>To: %1, %2 free</source>
   <translation>目标：%1，余 %2</translation>
  </message>
  <message>
   <source>the district</source>
   <translation>区民政局</translation>
  </message>
  <message>
   <source>For: whoever knows the passphrase</source>
   <translation>收件人：知道口令的人</translation>
  </message>
  <message>
   <source>passphrase</source>
   <translation>口令</translation>
  </message>
  <message>
   <source>For: %1</source>
   <translation>收件人：%1</translation>
  </message>
  <message>
   <source>key is set</source>
   <translation>密钥已设置</translation>
  </message>
  <message>
   <source>key is missing</source>
   <translation>密钥未设置</translation>
  </message>
  <message>
   <source>Signed by: this centre</source>
   <translation>签名：本中心</translation>
  </message>
  <message>
   <source>Package before: %1</source>
   <translation>上一包：%1</translation>
  </message>
  <message>
   <source>receipt is here</source>
   <translation>回执已导入</translation>
  </message>
  <message>
   <source>no receipt yet</source>
   <translation>回执未到</translation>
  </message>
  <message>
   <source>Package before: none</source>
   <translation>上一包：无</translation>
  </message>
  <message>
   <source>It replaces package %1 of the same quarter.</source>
   <translation>取代同一季度的第 %1 号数据包。</translation>
  </message>
  <message>
   <source>All of it is on the stick. It may be pulled out now.</source>
   <translation>已全部写入 U 盘，现在可以拔出。</translation>
  </message>
  <message>
   <source>Replaces package %1 of the same quarter</source>
   <translation>取代同季度第 %1 号</translation>
  </message>
  <message>
   <source>new number</source>
   <translation>新序号</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PackageSealForm</name>
  <message>
   <source>The district's key</source>
   <translation>区民政局收件公钥</translation>
  </message>
  <message>
   <source>A passphrase</source>
   <translation>口令</translation>
  </message>
  <message>
   <source>Sealed to</source>
   <translation>加密给</translation>
  </message>
  <message>
   <source>District office</source>
   <translation>区民政局名称</translation>
  </message>
  <message>
   <source>Its key (age1…)</source>
   <translation>收件公钥（age1…）</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>口令</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>再输一遍</translation>
  </message>
  <message>
   <source>Choose a passphrase of at least %1 characters and tell it to the district by another way than the stick.</source>
   <translation>口令至少 %1 个字符，并请用U盘以外的方式告诉区民政局。</translation>
  </message>
  <message>
   <source>The two passphrases differ. Write the same one twice.</source>
   <translation>两次输入的口令不同，请输入同一口令。</translation>
  </message>
  <message>
   <source>Enter the key that the district gave you (age1…), or choose a passphrase.</source>
   <translation>请填写区民政局给的收件公钥（age1…），或改用口令。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Page</name>
  <message numerus="yes">
   <source>Discard what was typed and not saved (%n field(s))?</source>
   <translation>
    <numerusform>放弃未保存的 %n 项？</numerusform>
   </translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>继续填写</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PreviewDialog</name>
  <message>
   <source>Sheets</source>
   <translation>各页</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>No printer is set up on this computer; save the PDF instead.</source>
   <translation>本机没有打印机，请另存为 PDF。</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>另存为 PDF</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Sheet %1 of %2</source>
   <translation>第 %1 页，共 %2 页</translation>
  </message>
  <message>
   <source>Sent to the printer %1.</source>
   <translation>已送往打印机 %1。</translation>
  </message>
  <message>
   <source>The printer did not take it. Check that it is on, or save the PDF.</source>
   <translation>打印机没有接收。请检查是否开机，或另存为 PDF。</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Saved: %1 (%2 sheets)</source>
   <translation>已保存：%1（%2 页）</translation>
  </message>
  <message>
   <source>The first %1 of %2 sheets are shown; all of them are printed.</source>
   <translation>只显示前 %1 页，共 %2 页；打印时全部打出。</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ReceiptsCard</name>
  <message>
   <source>Back from the district</source>
   <translation>区民政局的回执</translation>
  </message>
  <message>
   <source>Done…</source>
   <translation>已处理…</translation>
  </message>
  <message>
   <source>Import a receipt…</source>
   <translation>导入回执…</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>What the district says</source>
   <translation>区民政局的说明</translation>
  </message>
  <message>
   <source>What the district did not take over</source>
   <translation>区民政局未接收的记录</translation>
  </message>
  <message>
   <source>Nothing is left to do.</source>
   <translation>没有待处理的回执事项。</translation>
  </message>
  <message>
   <source>Ctrl+I: import the receipt that the district gave back.</source>
   <translation>按 Ctrl+I 导入区民政局交回的回执。</translation>
  </message>
  <message>
   <source>elder's file</source>
   <translation>老人档案</translation>
  </message>
  <message>
   <source>meal</source>
   <translation>就餐记录</translation>
  </message>
  <message>
   <source>service</source>
   <translation>服务记录</translation>
  </message>
  <message>
   <source>claim</source>
   <translation>申领</translation>
  </message>
  <message>
   <source>line of a claim</source>
   <translation>申领明细</translation>
  </message>
  <message>
   <source>assessment</source>
   <translation>评估</translation>
  </message>
  <message>
   <source>bed stay</source>
   <translation>床位入住</translation>
  </message>
  <message>
   <source>device</source>
   <translation>辅具</translation>
  </message>
  <message>
   <source>loan of a device</source>
   <translation>辅具租借</translation>
  </message>
  <message>
   <source>fact of an elder</source>
   <translation>老人情况</translation>
  </message>
  <message>
   <source>day of day care</source>
   <translation>日间照料</translation>
  </message>
  <message>
   <source>visit</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>facility</source>
   <translation>设施</translation>
  </message>
  <message>
   <source>superseded</source>
   <translation>已被取代</translation>
  </message>
  <message>
   <source>in conflict</source>
   <translation>有冲突</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>被拒绝</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>已通过</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>已退回</translation>
  </message>
  <message>
   <source>The receipt from the district</source>
   <translation>区民政局的回执</translation>
  </message>
  <message>
   <source>Receipts (*.receipt.zip.age)</source>
   <translation>回执 (*.receipt.zip.age)</translation>
  </message>
  <message>
   <source>%1: accepted %2, superseded %3, in conflict %4, refused %5.</source>
   <translation>%1：已接收 %2，已被取代 %3，有冲突 %4，被拒绝 %5。</translation>
  </message>
  <message>
   <source>It was here already; only new decisions were taken over.</source>
   <translation>以前导入过，只采用了新的决定。</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已处理</translation>
  </message>
  <message>
   <source>What was done about it</source>
   <translation>怎样处理的</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RecordSectionBase</name>
  <message>
   <source>Ctrl+N makes the first one.</source>
   <translation>按 Ctrl+N 登记第一条。</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Why is this record of '%1' void?</source>
   <translation>这条“%1”记录因何作废？</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RecordSections</name>
  <message>
   <source>Make void…</source>
   <translation>作废…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>new; fields with * are needed</source>
   <translation>新增，带 * 的必填</translation>
  </message>
  <message>
   <source>change; fields with * are needed</source>
   <translation>修改，带 * 的必填</translation>
  </message>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n 项</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n record(s)</source>
   <translation>
    <numerusform>%n 条记录</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ReferenceEdit</name>
  <message>
   <source>Name, pinyin initials, tail of ID number</source>
   <translation>姓名、拼音首字母、证件号末几位</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RiskForm</name>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>How often in the last 30 days</source>
   <translation>近30天发生次数</translation>
  </message>
  <message>
   <source>Diagnosed by a physician</source>
   <translation>医生诊断</translation>
  </message>
  <message>
   <source>Take over what is recorded</source>
   <translation>取用登记的次数</translation>
  </message>
  <message>
   <source>Recorded in the last 30 days: %1. Please ask whether that is all.</source>
   <translation>近30天已登记：%1。请核实是否还有未登记的。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RosterColumnsView</name>
  <message>
   <source>Columns of the roster</source>
   <translation>花名册各列</translation>
  </message>
  <message>
   <source>The facts hold from</source>
   <translation>认定有效起始日</translation>
  </message>
  <message>
   <source>Who is here already</source>
   <translation>已在册的人</translation>
  </message>
  <message>
   <source>stays as on file</source>
   <translation>保持原档案</translation>
  </message>
  <message>
   <source>follows the roster where it differs</source>
   <translation>有不同处按花名册更新</translation>
  </message>
  <message>
   <source>Heading in the file</source>
   <translation>表头</translation>
  </message>
  <message>
   <source>First values</source>
   <translation>前几行的内容</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>这一列是</translation>
  </message>
  <message>
   <source>The headings stand in row %1; the people follow below.</source>
   <translation>表头在第 %1 行，以下为人员。</translation>
  </message>
  <message>
   <source>Table '%1'.</source>
   <translation>工作表“%1”。</translation>
  </message>
  <message>
   <source>(column %1)</source>
   <translation>（第 %1 列）</translation>
  </message>
  <message>
   <source>What '%1' is</source>
   <translation>“%1”这一列是</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RosterImportDialog</name>
  <message>
   <source>Import a roster</source>
   <translation>导入花名册</translation>
  </message>
  <message>
   <source>Choose a table of elders: .xlsx, .xls, .ods or .csv.</source>
   <translation>请选择老人花名册：.xlsx、.xls、.ods 或 .csv。</translation>
  </message>
  <message>
   <source>File</source>
   <translation>选择文件</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>核对各列</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>预览每行</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>导入结果</translation>
  </message>
  <message>
   <source>Nothing is written before you have seen every row.</source>
   <translation>看过每一行之前，不会写入任何内容。</translation>
  </message>
  <message>
   <source>Save the rows that stayed out</source>
   <translation>保存未导入的行</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Look at every row</source>
   <translation>预览每一行</translation>
  </message>
  <message numerus="yes">
   <source>Import %n people</source>
   <translation>
    <numerusform>导入 %n 人</numerusform>
   </translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Choose the roster</source>
   <translation>选择花名册</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.xls *.ods *.csv)</source>
   <translation>表格文件 (*.xlsx *.xls *.ods *.csv)</translation>
  </message>
  <message>
   <source>Reading %1…</source>
   <translation>正在读取 %1…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was read.</source>
   <translation>已停止，没有读取任何内容。</translation>
  </message>
  <message>
   <source>Write the day from which the facts hold, for example 2021-01-01.</source>
   <translation>请填写认定从哪天起有效，例如 2021-01-01。</translation>
  </message>
  <message>
   <source>Reading every row…</source>
   <translation>正在逐行核对…</translation>
  </message>
  <message>
   <source>Stopped. Nothing was written.</source>
   <translation>已停止，没有写入任何内容。</translation>
  </message>
  <message>
   <source>Importing %1…</source>
   <translation>正在导入 %1…</translation>
  </message>
  <message>
   <source>Stopped. Nobody was imported.</source>
   <translation>已停止，一个人也没有导入。</translation>
  </message>
  <message numerus="yes">
   <source>%n people imported</source>
   <translation>
    <numerusform>已导入 %n 人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n brought up to date</source>
   <translation>
    <numerusform>更新 %n 人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to look at</source>
   <translation>
    <numerusform>需核对 %n 行</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n here already</source>
   <translation>
    <numerusform>已在册 %n 行</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stayed out</source>
   <translation>
    <numerusform>未导入 %n 行</numerusform>
   </translation>
  </message>
  <message>
   <source>Save the rows that stayed out as a workbook: their cells and the reasons. Put them right there and import that file.</source>
   <translation>可把未导入的行存成表格：原来的单元格和原因都在里面。在表格里改好，再导入那个文件。</translation>
  </message>
  <message>
   <source>No row stayed out.</source>
   <translation>没有未导入的行。</translation>
  </message>
  <message>
   <source> to correct</source>
   <translation> 待改正</translation>
  </message>
  <message>
   <source>Workbook (*.xlsx)</source>
   <translation>表格 (*.xlsx)</translation>
  </message>
  <message>
   <source>Saved: %1</source>
   <translation>已保存：%1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::RosterPreviewView</name>
  <message>
   <source>goes in</source>
   <translation>可导入</translation>
  </message>
  <message>
   <source>goes in, look at it</source>
   <translation>导入，需核对</translation>
  </message>
  <message>
   <source>here already</source>
   <translation>已在册</translation>
  </message>
  <message>
   <source>stays out</source>
   <translation>不导入</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>各行</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>brought up to date</source>
   <translation>更新档案</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Resident number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Born</source>
   <translation>出生日期</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Rows of the roster</source>
   <translation>花名册各行</translation>
  </message>
  <message>
   <source>No row of this kind.</source>
   <translation>没有这一类的行。</translation>
  </message>
  <message>
   <source>All %1</source>
   <translation>全部 %1</translation>
  </message>
  <message>
   <source>Goes in %1</source>
   <translation>可导入 %1</translation>
  </message>
  <message>
   <source>Look at %1</source>
   <translation>需核对 %1</translation>
  </message>
  <message>
   <source>Here already %1</source>
   <translation>已在册 %1</translation>
  </message>
  <message>
   <source>Stays out %1</source>
   <translation>不导入 %1</translation>
  </message>
  <message>
   <source>Nothing to remark.</source>
   <translation>没有需要说明的。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SearchField</name>
  <message>
   <source>What was found</source>
   <translation>找到的内容</translation>
  </message>
  <message>
   <source>Nothing found. Try fewer letters, or the last digits of a number.</source>
   <translation>没有找到。少输几个字母，或改用证件号、电话的尾号试试。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ServiceGrid</name>
  <message>
   <source>Mon</source>
   <translation>周一</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>周二</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>周三</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>周四</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>周五</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>周六</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>周日</translation>
  </message>
  <message>
   <source>Who does what when</source>
   <translation>服务安排</translation>
  </message>
  <message>
   <source>Nobody yet</source>
   <translation>未派人</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>另有 %n 项</numerusform>
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
   <translation>服务</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>周</translation>
  </message>
  <message>
   <source>Group…</source>
   <translation>集体服务…</translation>
  </message>
  <message>
   <source>Record what was done</source>
   <translation>登记服务</translation>
  </message>
  <message>
   <source>Make void…</source>
   <translation>作废…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>From the assessment</source>
   <translation>按评估拟定</translation>
  </message>
  <message>
   <source>New order</source>
   <translation>新预约</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>all</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Agreements</source>
   <translation>协议</translation>
  </message>
  <message>
   <source>No service agreement is recorded yet</source>
   <translation>还没有登记服务协议</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>本月</translation>
  </message>
  <message>
   <source>Plans</source>
   <translation>计划</translation>
  </message>
  <message>
   <source>No plan is recorded yet; Ctrl+R proposes one from an assessment</source>
   <translation>还没有服务计划；按 Ctrl+R 可按评估拟定</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>The prices of the catalogue hold; a price of your own holds from its day on</source>
   <translation>目前执行清单价格；本中心的价格自其起始日期起执行</translation>
  </message>
  <message>
   <source>A price that was in force stays as it is. Make it void and enter the right one.</source>
   <translation>已执行的价格不能修改。请作废后重新登记。</translation>
  </message>
  <message>
   <source>Hours this month</source>
   <translation>本月工时</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>证书</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Nobody of the staff is recorded yet</source>
   <translation>还没有登记工作人员</translation>
  </message>
  <message>
   <source>%1 of %2 done</source>
   <translation>完成 %1 / 计划 %2</translation>
  </message>
  <message>
   <source>%1; fields with * are needed</source>
   <translation>%1；带 * 的为必填</translation>
  </message>
  <message>
   <source>new; fields with * are needed</source>
   <translation>新增；带 * 的为必填</translation>
  </message>
  <message>
   <source>change; fields with * are needed</source>
   <translation>修改；带 * 的为必填</translation>
  </message>
  <message numerus="yes">
   <source>%n record(s)</source>
   <translation>
    <numerusform>%n 条记录</numerusform>
   </translation>
  </message>
  <message>
   <source>Orders and services of the day</source>
   <translation>当日预约与服务</translation>
  </message>
  <message>
   <source>Nothing is ordered or done on this day yet</source>
   <translation>当日还没有预约和服务</translation>
  </message>
  <message>
   <source>Ctrl+N makes the first order.</source>
   <translation>按 Ctrl+N 新建预约。</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>往前</translation>
  </message>
  <message>
   <source>The day or week before</source>
   <translation>前一天或前一周</translation>
  </message>
  <message>
   <source>'%1' is not a day. Write it as 2021-09-03.</source>
   <translation>“%1”不是日期。请写成 2021-09-03。</translation>
  </message>
  <message>
   <source>After</source>
   <translation>往后</translation>
  </message>
  <message>
   <source>The day or week after</source>
   <translation>后一天或后一周</translation>
  </message>
  <message>
   <source>How the slip was signed</source>
   <translation>签收方式</translation>
  </message>
  <message>
   <source>Slip that came back</source>
   <translation>交回的服务单</translation>
  </message>
  <message>
   <source>Scan a signed slip</source>
   <translation>扫描已签字的服务单</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Print slip</source>
   <translation>打印服务单</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>Cancel or make void…</source>
   <translation>取消或作废…</translation>
  </message>
  <message>
   <source>Slips of the day</source>
   <translation>打印当日服务单</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Elder</source>
   <translation>老人</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>服务项目</translation>
  </message>
  <message>
   <source>Done by</source>
   <translation>服务人员</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>done, not signed</source>
   <translation>已完成，待签收</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>Self-paid</source>
   <translation>自付</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>group</source>
   <translation>集体</translation>
  </message>
  <message>
   <source>Done: service %1, %2 yuan. Ctrl+P prints the slip.</source>
   <translation>已完成：服务 %1，%2 元。按 Ctrl+P 打印服务单。</translation>
  </message>
  <message>
   <source>Cancel the order</source>
   <translation>取消预约</translation>
  </message>
  <message>
   <source>Why is it cancelled?</source>
   <translation>取消原因</translation>
  </message>
  <message>
   <source>Make void</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Why is this service void?</source>
   <translation>作废原因</translation>
  </message>
  <message>
   <source>The order is cancelled.</source>
   <translation>预约已取消。</translation>
  </message>
  <message>
   <source>The service is void.</source>
   <translation>服务已作废。</translation>
  </message>
  <message>
   <source>Signed by another person</source>
   <translation>他人代签</translation>
  </message>
  <message>
   <source>Who signed?</source>
   <translation>代签人姓名</translation>
  </message>
  <message>
   <source>Relation to the elder</source>
   <translation>与老人关系</translation>
  </message>
  <message>
   <source>%1, %2: %3 is noted.</source>
   <translation>%1，%2：已记为%3。</translation>
  </message>
  <message>
   <source>'%1' is no number of a slip.</source>
   <translation>“%1”不是服务单编号。</translation>
  </message>
  <message>
   <source>No service is recorded on this day; there is nothing to print.</source>
   <translation>当日没有登记服务，无可打印。</translation>
  </message>
  <message>
   <source>A5 sheets</source>
   <translation>A5 纸</translation>
  </message>
  <message>
   <source>80 mm roll</source>
   <translation>80 mm 卷纸</translation>
  </message>
  <message>
   <source>Ordered: %1, %2 at %3.</source>
   <translation>已预约：%1，%2，%3。</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>登记服务</translation>
  </message>
  <message>
   <source>Recorded: %1, %2.</source>
   <translation>已登记：%1，%2。</translation>
  </message>
  <message>
   <source>Plan from the newest assessment</source>
   <translation>按最近一次评估拟定计划</translation>
  </message>
  <message>
   <source>Her plan has all that the level asks for already. Nothing was added.</source>
   <translation>其计划已包含该等级的各项服务，未作新增。</translation>
  </message>
  <message numerus="yes">
   <source>Recorded for %n person(s): %1.</source>
   <translation>
    <numerusform>已登记 %n 人：%1。</numerusform>
   </translation>
  </message>
  <message>
   <source>Take the last one back</source>
   <translation>撤回上一步</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <translation>%1（%2）</translation>
  </message>
  <message>
   <source>ordered by %1</source>
   <translation>来电：%1</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>签到表</translation>
  </message>
  <message>
   <source>%1, %2 done</source>
   <translation>%1 %2</translation>
  </message>
  <message>
   <source>the order of %1 cancelled</source>
   <translation>取消 %1 的预约</translation>
  </message>
  <message>
   <source>Change the order</source>
   <translation>修改预约</translation>
  </message>
  <message>
   <source>the change of the order of %1</source>
   <translation>修改 %1 的预约</translation>
  </message>
  <message>
   <source>Changed: %1, %2 at %3.</source>
   <translation>已修改：%1，%2，%3。</translation>
  </message>
  <message>
   <source>the order of %1</source>
   <translation>%1 的预约</translation>
  </message>
  <message numerus="yes">
   <source>%1 for %n person(s)</source>
   <translation>
    <numerusform>%1 共 %n 人</numerusform>
   </translation>
  </message>
  <message>
   <source>Taken back at once (Ctrl+Z)</source>
   <translation>登错，当场撤回（Ctrl+Z）</translation>
  </message>
  <message>
   <source>Taken back: %1.</source>
   <translation>已撤回：%1。</translation>
  </message>
  <message>
   <source>%1 cannot be taken back: %2</source>
   <translation>“%1”不能撤回：%2</translation>
  </message>
  <message>
   <source>%1, %2: %3</source>
   <translation>%1 %2：%3</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SettingsPage</name>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>显示与打印</translation>
  </message>
  <message>
   <source>%1 %</source>
   <translation>%1 %</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高对比度</translation>
  </message>
  <message>
   <source>A5 sheet</source>
   <translation>A5 纸</translation>
  </message>
  <message>
   <source>80 mm roll</source>
   <translation>80 毫米小票纸</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>对比度</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Paper of slips</source>
   <translation>服务单用纸</translation>
  </message>
  <message>
   <source>Meals and the district</source>
   <translation>助餐与上报</translation>
  </message>
  <message>
   <source>Price of a meal in yuan</source>
   <translation>每餐价格（元）</translation>
  </message>
  <message>
   <source>'%1' is not an amount. Write it as 12.50.</source>
   <translation>“%1”不是金额，请写成 12.50。</translation>
  </message>
  <message>
   <source>Policy for meals</source>
   <translation>助餐补贴政策</translation>
  </message>
  <message>
   <source>Name of the district office</source>
   <translation>区民政局名称</translation>
  </message>
  <message>
   <source>Its key for packages (age1…)</source>
   <translation>区民政局收件公钥（age1…）</translation>
  </message>
  <message>
   <source>Its signature key (RW…)</source>
   <translation>区民政局验签公钥（RW…）</translation>
  </message>
  <message>
   <source>Meal points</source>
   <translation>就餐点</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Code of the new meal point</source>
   <translation>新就餐点的编号</translation>
  </message>
  <message>
   <source>Name of the new meal point</source>
   <translation>新就餐点的名称</translation>
  </message>
  <message>
   <source>Add the meal point</source>
   <translation>添加就餐点</translation>
  </message>
  <message>
   <source>Who may sign in</source>
   <translation>使用人</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>岗位</translation>
  </message>
  <message>
   <source>New person's name</source>
   <translation>新使用人姓名</translation>
  </message>
  <message>
   <source>First password</source>
   <translation>初始密码</translation>
  </message>
  <message>
   <source>Add the person</source>
   <translation>添加使用人</translation>
  </message>
  <message>
   <source>My new password</source>
   <translation>我的新密码</translation>
  </message>
  <message>
   <source>Change my password</source>
   <translation>更换密码</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>已保存。</translation>
  </message>
  <message>
   <source>Added the meal point %1.</source>
   <translation>已添加就餐点“%1”。</translation>
  </message>
  <message>
   <source>Write the new person's name and a first password.</source>
   <translation>请填写新使用人的姓名和初始密码。</translation>
  </message>
  <message>
   <source>%1 can sign in now.</source>
   <translation>%1 可以登录了。</translation>
  </message>
  <message>
   <source>Write your new password.</source>
   <translation>请填写您的新密码。</translation>
  </message>
  <message>
   <source>Your password is changed.</source>
   <translation>密码已更换。</translation>
  </message>
  <message>
   <source>after %1 minutes</source>
   <translation>%1 分钟后</translation>
  </message>
  <message>
   <source>never by itself</source>
   <translation>不自动锁定</translation>
  </message>
  <message>
   <source>Lock when nobody is here</source>
   <translation>无人操作时自动锁定</translation>
  </message>
  <message>
   <source>clerk</source>
   <translation>前台</translation>
  </message>
  <message>
   <source>assessor</source>
   <translation>评估员</translation>
  </message>
  <message>
   <source>manager</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>administrator</source>
   <translation>管理员</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SettledMonth</name>
  <message>
   <source>corrects %1, %2 yuan (line %3)</source>
   <translation>更正 %1 申领 %2 元（明细 %3）</translation>
  </message>
  <message>
   <source>paper of %1</source>
   <translation>文件日期 %1</translation>
  </message>
  <message>
   <source>%1 yuan</source>
   <translation>%1 元</translation>
  </message>
  <message numerus="yes">
   <source>%n line(s) returned</source>
   <translation>
    <numerusform>退回 %n 条</numerusform>
   </translation>
  </message>
  <message>
   <source>opened until %1</source>
   <translation>开放补登至 %1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SheetItemList</name>
  <message>
   <source>Items of the sheet</source>
   <translation>评估表各项</translation>
  </message>
  <message>
   <source>Events and diagnoses</source>
   <translation>近30天事件与诊断</translation>
  </message>
  <message>
   <source>Tables and signatures</source>
   <translation>信息表与签名</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SheetItemView</name>
  <message>
   <source>↑ ↓ walk · Backspace takes an answer back · Home End first and last</source>
   <translation>↑ ↓ 移动 · 退格键撤回一项 · Home End 到首项、末项</translation>
  </message>
  <message>
   <source>%1 %2 · item %3 of %4</source>
   <translation>%1 %2 · 第 %3 项，共 %4 项</translation>
  </message>
  <message>
   <source>How to try it: %1</source>
   <translation>测试方法：%1</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SheetResult</name>
  <message>
   <source>Level</source>
   <translation>等级</translation>
  </message>
  <message>
   <source>Items without an answer</source>
   <translation>未评定的指标</translation>
  </message>
  <message>
   <source>Preliminary level: %1</source>
   <translation>初步等级：%1</translation>
  </message>
  <message>
   <source>%1 · total %2 of %3</source>
   <translation>%1 · 总分 %2 / %3</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1：%2</translation>
  </message>
  <message>
   <source>The text of %1 gives two levels to these grades. Reading used: %2. Both assessors confirm it with a reason.</source>
   <translation>%1 的条文对这组分级给出两个等级。本次读法：%2。须由两名评估员注明理由确认。</translation>
  </message>
  <message>
   <source>not yet full</source>
   <translation>尚未评完</translation>
  </message>
  <message>
   <source>grade %1, %2</source>
   <translation>%1 级，%2</translation>
  </message>
  <message numerus="yes">
   <source>%n item(s) without an answer</source>
   <translation>
    <numerusform>还有 %n 项未评定</numerusform>
   </translation>
  </message>
  <message>
   <source>Every item is answered</source>
   <translation>各项均已评定</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Shell</name>
  <message>
   <source>Songhe</source>
   <translation>松鹤</translation>
  </message>
  <message>
   <source>Find an elder or a page (pinyin initials will do)</source>
   <translation>找老人、功能…（拼音首字母）</translation>
  </message>
  <message>
   <source>Find anything</source>
   <translation>查找</translation>
  </message>
  <message>
   <source>Demonstration: invented people</source>
   <translation>演示：人员均为虚构</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>锁定</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::SignInView</name>
  <message>
   <source>Songhe</source>
   <translation>松鹤</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>Password forgotten…</source>
   <translation>忘记密码…</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>恢复密钥</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>新密码</translation>
  </message>
  <message>
   <source>The recovery key is on the sheet that was printed when the centre was set up. The first user gets the new password.</source>
   <translation>恢复密钥在建立中心时打印的那张纸上。新密码给第一位使用人。</translation>
  </message>
  <message>
   <source>Open with the recovery key</source>
   <translation>用恢复密钥打开</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Opening the books…</source>
   <translation>正在打开账册…</translation>
  </message>
  <message>
   <source>Choose a new password; the old one is forgotten.</source>
   <translation>请设一个新密码，旧的不再有效。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::StepBar</name>
  <message>
   <source>Step %1 of %2: %3</source>
   <translation>第 %1 步，共 %2 步：%3</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::StepsView</name>
  <message>
   <source>Back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::Sticks</name>
  <message>
   <source>%1 has only %2 free, the package needs about %3. Make room, or take another stick.</source>
   <translation>%1 只剩 %2 可用，数据包约需 %3。请腾出空间或换一个 U 盘。</translation>
  </message>
  <message>
   <source>%1 is formatted as FAT, which holds no file above 4 GiB; the package needs about %2. Take a stick formatted as exFAT.</source>
   <translation>%1 是 FAT 格式，存不下超过 4 GiB 的文件；数据包约需 %2。请换一个 exFAT 格式的 U 盘。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::TaskBar</name>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stopping leaves nothing half-done.</source>
   <translation>停止不会留下半截数据</translation>
  </message>
  <message>
   <source>%1 % done</source>
   <translation>已完成 %1 %</translation>
  </message>
  <message>
   <source>, less than a minute left</source>
   <translation>，剩余不到 1 分钟</translation>
  </message>
  <message numerus="yes">
   <source>, about %n minute(s) left</source>
   <translation>
    <numerusform>，剩余约 %n 分钟</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::ThinBar</name>
  <message>
   <source>%1 % done</source>
   <translation>已完成 %1 %</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::TodayPage</name>
  <message>
   <source>Today</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>Begin lunch</source>
   <translation>开始午餐</translation>
  </message>
  <message>
   <source>Meals today</source>
   <translation>今日就餐</translation>
  </message>
  <message>
   <source>Meals this month</source>
   <translation>本月就餐</translation>
  </message>
  <message>
   <source>Elders</source>
   <translation>老人</translation>
  </message>
  <message>
   <source>To be done</source>
   <translation>要办的事</translation>
  </message>
  <message>
   <source>Meals of the last four weeks</source>
   <translation>近四周就餐人次</translation>
  </message>
  <message>
   <source>%1 of them subsidised</source>
   <translation>其中可补贴 %1</translation>
  </message>
  <message>
   <source>%1 of them 80 or older</source>
   <translation>其中 80 岁以上 %1</translation>
  </message>
  <message numerus="yes">
   <source>on %n day(s)</source>
   <translation>
    <numerusform>开餐 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>this month</source>
   <translation>本月</translation>
  </message>
  <message>
   <source>The claim of %1 stands as a draft: %2 yuan</source>
   <translation>%1 助餐补贴申领已有草稿，合计 %2 元</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>The meals of %1 are not settled yet</source>
   <translation>%1 的助餐补贴还没有结算</translation>
  </message>
  <message>
   <source>Settle</source>
   <translation>结算</translation>
  </message>
  <message>
   <source>overdue</source>
   <translation>逾期</translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>The package of %1 goes to the district by %2</source>
   <translation>%1 数据包 %2前报区民政局</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>预检</translation>
  </message>
  <message>
   <source>first</source>
   <translation>首先</translation>
  </message>
  <message>
   <source>Bring in the roster of elders that you have</source>
   <translation>导入现有的老人花名册</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Nothing is due. Lunch can begin.</source>
   <translation>没有到期的事，可以开餐。</translation>
  </message>
  <message numerus="yes">
   <source>%n expired ability level(s): the claim lines are held</source>
   <translation>
    <numerusform>%n 人的能力等级已到期，补贴明细暂挂</numerusform>
   </translation>
  </message>
  <message>
   <source>Assess</source>
   <translation>去评估</translation>
  </message>
  <message numerus="yes">
   <source>%n re-assessment(s) due, the first by %1</source>
   <translation>
    <numerusform>%n 人将到期，须重新评估，最早%1</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) overdue</source>
   <translation>
    <numerusform>%n 次探访逾期</numerusform>
   </translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s) due today</source>
   <translation>
    <numerusform>%n 次探访今天应访</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n device(s) not back yet</source>
   <translation>
    <numerusform>%n 件辅具逾期未还</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n expired certificate(s) of the staff: nothing that wants them can be ordered</source>
   <translation>
    <numerusform>%n 份工作人员证书已过期，相关服务不能派单</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n certificate(s) of the staff end soon, the first on %1</source>
   <translation>
    <numerusform>%n 份工作人员证书即将到期，最早 %1</numerusform>
   </translation>
  </message>
  <message>
   <source>district</source>
   <translation>区民政局</translation>
  </message>
  <message numerus="yes">
   <source>%n record(s) that the district did not take over</source>
   <translation>
    <numerusform>区民政局未接收的记录 %n 条</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::TrustDialog</name>
  <message>
   <source>A centre whose packages are taken</source>
   <translation>登记中心</translation>
  </message>
  <message>
   <source>Code of the centre</source>
   <translation>中心代码</translation>
  </message>
  <message>
   <source>Its signature key (RW…)</source>
   <translation>中心签名公钥（RW…）</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>从文件读取…</translation>
  </message>
  <message>
   <source>Call the centre and compare this code with the one on its package page:</source>
   <translation>请打电话给中心，与它“季度数据包”页上的短码核对：</translation>
  </message>
  <message>
   <source>Code of the key</source>
   <translation>公钥短码</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Take this centre's packages</source>
   <translation>收这个中心的数据包</translation>
  </message>
  <message>
   <source>The centre's signature key</source>
   <translation>中心签名公钥</translation>
  </message>
  <message>
   <source>Keys (*.pub *.txt);;All files (*)</source>
   <translation>公钥 (*.pub *.txt);;全部文件 (*)</translation>
  </message>
  <message>
   <source>Write the centre's code, as it stands in the names of its packages.</source>
   <translation>请填写中心代码，与数据包文件名中的一致。</translation>
  </message>
  <message>
   <source>Paste the centre's signature key, or take it from a file (Ctrl+O).</source>
   <translation>请粘贴中心签名公钥，或从文件读取（Ctrl+O）。</translation>
  </message>
  <message>
   <source>As the centre reported it in writing; it stands on its hand-over sheets and on the paper with its recovery key.</source>
   <translation>以中心书面报来的为准；它印在交接单和恢复密钥纸上。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::VisitsPage</name>
  <message>
   <source>Visits</source>
   <translation>探访</translation>
  </message>
  <message>
   <source>Print the list</source>
   <translation>打印名单</translation>
  </message>
  <message>
   <source>Decide all as proposed</source>
   <translation>全部按建议决定</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>应访</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) overdue</source>
   <translation>
    <numerusform>逾期 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>事项</translation>
  </message>
  <message>
   <source>Last visited</source>
   <translation>上次</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>住址</translation>
  </message>
  <message>
   <source>Nobody is waiting for a visit today</source>
   <translation>今天没有应访的老人</translation>
  </message>
  <message>
   <source>Ctrl+N records a visit all the same.</source>
   <translation>按 Ctrl+N 也可以登记探访。</translation>
  </message>
  <message>
   <source>No visit is recorded for the last year</source>
   <translation>近一年没有探访记录</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>建议</translation>
  </message>
  <message>
   <source>Decided</source>
   <translation>已定</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>未定</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>理由</translation>
  </message>
  <message>
   <source>To decide</source>
   <translation>待定</translation>
  </message>
  <message>
   <source>Everybody's visits are decided as the facts propose</source>
   <translation>所有人的频次都已按认定决定</translation>
  </message>
  <message>
   <source>Whoever is new, or whose facts change, stands here.</source>
   <translation>新来的、认定有变化的会列在这里。</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>频次</translation>
  </message>
  <message>
   <source>Proposed by the facts</source>
   <translation>按认定建议</translation>
  </message>
  <message>
   <source>Nothing is decided yet</source>
   <translation>还没有决定频次</translation>
  </message>
  <message numerus="yes">
   <source>Decide for %n elder(s) as their facts propose?</source>
   <translation>
    <numerusform>按建议决定 %n 位老人的频次？</numerusform>
   </translation>
  </message>
  <message>
   <source>Each can be changed afterwards.</source>
   <translation>以后可以逐个修改。</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>决定</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>再看看</translation>
  </message>
  <message>
   <source>never visited</source>
   <translation>从未探访</translation>
  </message>
 </context>
</TS>
