<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
 </context>
 <context>
  <name>GridReason</name>
  <message>
   <source>'%1' is not known here; %2 marks were not taken over. Add the person first, then import the table again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Several people are called '%1'. Write the resident number or its last four digits beside the name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number beside '%1' is that of %2. Find out who is meant.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number beside '%1' was kept as a number and has lost its last digits; the name alone was used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: marked twice; one meal is taken over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: '%2' is no mark that is known; no meal is taken over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: marked after the death on %2; no meal is taken over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: marked ahead of time; no meal is taken over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 of the marks are recorded already and stay as they are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: a meal of that day is recorded already; this one is taken over and not paid.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The total says %1, but there are %2 marks. Compare the row with the slips.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: the total says %2, but there are %3 marks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The grand total says %1, but there are %2 marks.</source>
   <translation type="unfinished" />
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
  <name>Progress</name>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>已停止，未作任何改动。</translation>
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sex</source>
   <translation type="unfinished">性别</translation>
  </message>
  <message>
   <source>Resident number</source>
   <translation type="unfinished">身份证号</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation type="unfinished">出生日期</translation>
  </message>
  <message>
   <source>Ethnic group</source>
   <translation type="unfinished">民族</translation>
  </message>
  <message>
   <source>Registered in</source>
   <translation type="unfinished">户籍地</translation>
  </message>
  <message>
   <source>Present address</source>
   <translation type="unfinished">现住址</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Category of hardship</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Living arrangement</source>
   <translation type="unfinished">居住情况</translation>
  </message>
  <message>
   <source>Ability</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Disability</source>
   <translation type="unfinished">残疾</translation>
  </message>
  <message>
   <source>Dementia</source>
   <translation type="unfinished">失智</translation>
  </message>
  <message>
   <source>Medical insurance</source>
   <translation type="unfinished">医疗保险</translation>
  </message>
  <message>
   <source>Family doctor</source>
   <translation type="unfinished">家庭医生签约</translation>
  </message>
  <message>
   <source>Contact: name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Contact: relation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Contact: phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Card number</source>
   <translation type="unfinished">卡号</translation>
  </message>
  <message>
   <source>Date of death</source>
   <translation type="unfinished">去世日期</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation type="unfinished">备注</translation>
  </message>
 </context>
 <context>
  <name>RosterReason</name>
  <message>
   <source>Full-width digits made plain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blanks taken out of the resident number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The last x of the number made X.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>15-digit resident number widened to 18 digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number of a residence permit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blanks and dots of the name put right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Several phones in one cell were taken apart.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sex is taken from the resident number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The roster says %1, the resident number %2; the number's is taken. Check it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'%1' is no sex. Write 男 or 女.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The roster says born %1, the resident number %2; the number's is taken. Check it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no such day as %1; the date of birth in the number counts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'%1' is no date of birth that can be read. Write it as 1937-06-26.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only the month of birth is known (%1); its first day is entered until the papers are here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only the year of birth is known (%1); the date of birth stays open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Younger than 60 (born %1).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No resident number yet. Add it when the card is here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number ends in 000, as numbers do that a spreadsheet has cut. Compare it with the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number begins with a former division (%1).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number begins with %1, which is no division known here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It cannot be told which place '%1' is; it is kept as written and opens no subsidy that asks for it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'%2' in column '%1' is not known; it is kept in the remarks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Several economic categories; '%1' is taken, '%2' is kept in the remarks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'%1' does not look like a phone number; it is kept as written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The remark says deceased: '%1'. Enter the date of death in the file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'%1' is no full date of death. Enter it in the file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>'%1' was longer than %2 characters and has been cut.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same person as in row %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Here already (%1).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: here '%2', in the roster '%3'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no name. Fill it in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The name cannot be right: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number was kept as a number and has lost its last digits. Make the cell a text cell and type it again from the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number has a slip: its check digit is wrong. Compare it with the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number has %1 characters instead of 18. Compare it with the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number holds something other than digits. Compare it with the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The resident number holds no possible date of birth. Compare it with the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row %1 (%2) has the same resident number under another name. Find out whose it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 (%2) is here with the same resident number. Find out whose it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Several people here have this name and date of birth. Add the resident number.</source>
   <translation type="unfinished" />
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
   <translation>区级主管部门</translation>
  </message>
  <message>
   <source>District key (age)</source>
   <translation>区里的接收密钥（age）</translation>
  </message>
  <message>
   <source>District key (minisign)</source>
   <translation>区里的签名公钥（minisign）</translation>
  </message>
  <message>
   <source>Paper of service slips</source>
   <translation>服务单纸张</translation>
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
  <name>songhe::ColumnPlan</name>
  <message>
   <source>No headings were found. The table needs a row that names its columns, such as 姓名, 身份证号码 and 户籍地.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::CsvReader</name>
  <message>
   <source>This is no table: the file holds bytes that are neither UTF-8 nor GB18030 text. Choose the roster as .xlsx, .xls, .ods or .csv.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text in GB18030 cannot be read here. Save the table as .xlsx and import that.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In row %1 a cell begins with a quotation mark that never ends. The file may be torn; save it again from where it came from.</source>
   <translation type="unfinished" />
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
 </context>
 <context>
  <name>songhe::ElderRepository</name>
  <message>
   <source>An elder with this resident number is here already. Please find that file and go on there.</source>
   <translation>该身份证号的老年人已在名册中，请找到其档案后继续办理。</translation>
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
   <translation>身份密钥文件第 %1 行不是 age 身份密钥。请使用 age-keygen 或本程序生成的文件。</translation>
  </message>
  <message>
   <source>The identity file holds no identity. Use the file that age-keygen or this program wrote.</source>
   <translation>身份密钥文件中没有密钥。请使用 age-keygen 或本程序生成的文件。</translation>
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no elder with number %1. Please search by name or number tail.</source>
   <translation type="unfinished">没有编号为 %1 的老年人，请按姓名或证件末几位查找。</translation>
  </message>
  <message>
   <source>This file was made void (%1). Please serve her under the file that counts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recorded as deceased on %1. Please check who this is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Already served today: %1 at %2 (%3). A second meal of the day is not subsidised.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Already recorded here at this sitting (%1). If that was a mistake, take it back with Ctrl+Z.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>taken back at the desk</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::MealGrid</name>
  <message>
   <source>It cannot be told which month the table is about. Write it into the title, as in 2021年9月老年人助餐登记表.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No table of meals was found. It needs a heading row with 姓名 and the days of the month.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::OdsReader</name>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation type="unfinished" />
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
 </context>
 <context>
  <name>songhe::RecordsDesk</name>
  <message>
   <source>The key '%1' is not known. Use: %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It does not say whose it is. Add the key 'elder'.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no site %1. Add it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>She has a meal at this sitting and this point on that day already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is no JSON object: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The record '%1' is not known. Use one of: %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line %1 is longer than %2 bytes. The file must hold one record a line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '%1' cannot be opened. Check its name, and that no other program locks it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line %1: %2</source>
   <translation type="unfinished" />
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
 </context>
 <context>
  <name>songhe::Roster</name>
  <message>
   <source>There is no row of a person under the headings. Choose the file that holds the roster.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::RosterDesk</name>
  <message>
   <source>The file has no such table. Choose another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No column holds the name. Say which one it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The day from which the facts hold is no day. Write it as 2021-01-01.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Corrected by a roster</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Somebody has changed the files meanwhile. Look at the preview again.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::RosterProblems</name>
  <message>
   <source>Refused because</source>
   <extracomment>Heading of the column with the reasons in the workbook of refused rows</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The refused rows could not be saved as '%1'. Check that there is room and that no other program has the file open.</source>
   <translation type="unfinished" />
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
 </context>
 <context>
  <name>songhe::Settings</name>
  <message>
   <source>There is no setting '%1'.</source>
   <translation>没有名为“%1”的设置。</translation>
  </message>
 </context>
 <context>
  <name>songhe::SettlementDesk</name>
  <message>
   <source>There is no claim with number %1.</source>
   <translation>没有编号为 %1 的申领。</translation>
  </message>
 </context>
 <context>
  <name>songhe::SheetBuilder</name>
  <message>
   <source>The table has more than %1 rows. Split it into several files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The table has more than %1 columns. Delete what does not belong to it and save it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A cell in row %1 holds more than %2 characters. Shorten it and save the file again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The table has more than %1 cells. Split it into several files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The table joins too many cells. Undo the joining in your spreadsheet program and save it again.</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is a web page under the name of a table. Open it in your spreadsheet program, save it as .xlsx and import that file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file '%1' cannot be opened. Check its name, and that no other program locks it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file is empty. Save the table again and choose that file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file is larger than %1 MB, far more than a roster needs. Split it into several files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file could not be read to its end. Copy it to this computer first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The table is empty. Choose the file that holds the roster.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::XlsReader</name>
  <message>
   <source>The .xls file is damaged and cannot be read. Open it in your spreadsheet program, save it as .xlsx and import that file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::XlsxReader</name>
  <message>
   <source>Some cells point at text that the workbook does not hold, so they cannot be read. Open it in your spreadsheet program, save it and try again.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::XmlPart</name>
  <message>
   <source>The workbook holds declarations that no spreadsheet program writes; it may have been forged and is not read. Ask for the file again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workbook is damaged inside. Open it in your spreadsheet program, save it and try again.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::ZipPart</name>
  <message>
   <source>The workbook unpacks to far more than its size allows and is not read. Open it in a spreadsheet program, copy the table into a new file and save that.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>songhe::ZipParts</name>
  <message>
   <source>The workbook is torn: its end is missing or bytes have changed. Copy it again from where it came from.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workbook holds too many parts and is not read. Save the table as .xlsx again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workbook is protected by a password. Open it in your spreadsheet program, save it without a password and import that file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The workbook holds the same part twice, so it is not clear which one is meant. Save the table as .xlsx again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A part of the workbook is missing. Open it in your spreadsheet program, save it and try again.</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Added site %1, %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New password:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Added user %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>First password, shown only this once: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The password is changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Backup written and read back: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Backup of '%1': up to change %2, %3. Changes of the present data that would be lost: %4.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was restored. Give --yes to go on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type 'restore' to go on:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was restored.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restored. The data it replaced are kept in the data folder as before-restore-….db.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The audit log holds: %1 entries.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All is well: file, references, keys and audit log (%1 entries).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1, %2: %3 meals payable, %4 yuan; %5 not payable; %6 held.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The policy is a draft for comment: this claim cannot be sent as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Written as draft claim %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was written; add --write to keep it as a draft claim.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no claim yet. 'settle --write' makes the first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printed: %1 (%2 pages)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--paper: write a5 or roll80.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Policy %1, version %2, is at hand now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--%1: '%2' is not a number.</source>
   <translation>--%1：“%2”不是数字。</translation>
  </message>
  <message>
   <source>Invented %1 elders with %2 facts and %3 meals in %4. Sign in as %5.</source>
   <translation>已在 %4 中生成演示数据：%1 位老年人、%2 条情况、%3 次用餐。请以 %5 登录。</translation>
  </message>
  <message>
   <source>died %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--contact: write it as NAME,RELATION,PHONE.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--sex: write male or female.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture %1 cannot be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Added %1, number %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved %1, number %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 is void now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody found.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--kind: '%1' is not known. Use one of: %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Please give either recipients (-r) or a passphrase file (--passphrase-file).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sealed: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Opened: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Signed: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Please give the public key (-P) or its file (-p).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The signature is good. Trusted comment: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 rows: %2 accepted, %3 with a warning, %4 here already, %5 refused.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row %1, %2: %3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was written; leave out --check to import.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Added %1 people, updated %2 files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--%1: '%2' is not known. Use one of: %3.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--at: write the moment as 2021-09-03T03:40:00Z.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recorded: %1, %2 %3, number %4.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Meal %1 of %2 is void now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: %2 meals.</source>
   <translation type="unfinished" />
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
   <source>The file %1 cannot be read. Please check its name and place.</source>
   <translation>文件 %1 无法读取，请核对名称和位置。</translation>
  </message>
  <message>
   <source>The first line of %1 is empty. It must hold the password.</source>
   <translation>%1 的第一行是空的，那里应写密码。</translation>
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
   <source>Songhe, the books of a community elderly-care centre.
songhe-cli [--data-dir D] [--user U] [--password-file F] [--lang zh_CN|en] [--json] COMMAND

Commands:
</source>
   <translation>松鹤：社区养老服务中心的账册。
songhe-cli [--data-dir D] [--user U] [--password-file F] [--lang zh_CN|en] [--json] 命令

命令：
</translation>
  </message>
  <message>
   <source>This command is not known. 'songhe-cli --help' lists them all.</source>
   <translation>没有这个命令，全部命令见“songhe-cli --help”。</translation>
  </message>
  <message>
   <source>Usage:</source>
   <translation>用法：</translation>
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
 </context>
 <context>
  <name>songhe::printing::RecordPapers</name>
  <message>
   <source>There is no meal with number %1. Its number stands on the list of the day.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Meal %1 was made void; there is no slip for it.</source>
   <translation type="unfinished" />
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
  <name>songhe::ui::ClaimsPage</name>
  <message>
   <source>Subsidy claims</source>
   <translation>补贴申领</translation>
  </message>
  <message>
   <source>No month has been settled yet.</source>
   <translation>还没有结算过任何月份。</translation>
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
  <name>songhe::ui::MealGridDialog</name>
  <message>
   <source>Import a month of meals</source>
   <translation>导入月度就餐表</translation>
  </message>
  <message>
   <source>Choose the month's table: names down, days across.</source>
   <translation>请选择就餐表：每行一位老人，每列一天。</translation>
  </message>
 </context>
 <context>
  <name>songhe::ui::PackagePage</name>
  <message>
   <source>Quarterly package</source>
   <translation>季度数据包</translation>
  </message>
  <message>
   <source>No package has been written for this quarter yet.</source>
   <translation>本季度还没有写出数据包。</translation>
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
  <name>songhe::ui::RosterImportDialog</name>
  <message>
   <source>Import a roster</source>
   <translation>导入花名册</translation>
  </message>
  <message>
   <source>Choose a table of elders: .xlsx, .xls, .ods or .csv.</source>
   <translation>请选择老人花名册：.xlsx、.xls、.ods 或 .csv。</translation>
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
 </context>
 <context>
  <name>songhe::ui::StepBar</name>
  <message>
   <source>Step %1 of %2: %3</source>
   <translation>第 %1 步，共 %2 步：%3</translation>
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
 </context>
 <context>
  <name>songhe::ui::ThinBar</name>
  <message>
   <source>%1 % done</source>
   <translation>已完成 %1 %</translation>
  </message>
 </context>
</TS>
