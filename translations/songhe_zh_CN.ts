<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
  <name>Progress</name>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>已停止，未作任何改动。</translation>
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
</TS>
