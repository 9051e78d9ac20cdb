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
  <name>songhe</name>
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
</TS>
