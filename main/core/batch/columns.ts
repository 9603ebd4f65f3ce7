/** Which field a column holds, by the names that such columns usually have, in English and Chinese. */
import { BATCH_FIELDS, type BatchColumns, type BatchField } from '#shared/domain/batch.ts'

/** The usual names, the surest first, without white space and signs, in small letters. */
const NAMES: Readonly<Record<BatchField, readonly string[]>> = {
  id: [
    'id',
    'recordid',
    'partyid',
    'customerid',
    'supplierid',
    'vendorid',
    'clientid',
    'accountid',
    'reference',
    'ref',
    'referenceno',
    'no',
    'number',
    'customerno',
    'accountno',
    'rowid',
    '编号',
    '客户编号',
    '供应商编号',
    '记录编号',
    '序号',
    '代码',
    '客户代码',
  ],
  name: [
    'name',
    'fullname',
    'partyname',
    'entityname',
    'legalname',
    'companyname',
    'customername',
    'suppliername',
    'vendorname',
    'clientname',
    'organisationname',
    'organizationname',
    'accountname',
    'consigneename',
    'vesselname',
    'party',
    'company',
    'customer',
    'supplier',
    'vendor',
    'organisation',
    'organization',
    'entity',
    'consignee',
    'vessel',
    '名称',
    '姓名',
    '全称',
    '公司名称',
    '企业名称',
    '单位名称',
    '机构名称',
    '客户名称',
    '供应商名称',
    '当事方',
    '当事方名称',
    '公司',
    '客户',
    '供应商',
    '船名',
    '中文名称',
    '英文名称',
  ],
  country: [
    'country',
    'countrycode',
    'countryiso',
    'iso2',
    'iso',
    'countryname',
    'countryorregion',
    'nationality',
    '国家',
    '国家或地区',
    '国家地区',
    '国别',
    '国家代码',
    '国籍',
  ],
  kind: ['kind', 'type', 'partytype', 'entitytype', 'kindofparty', 'schema', '类别', '类型', '种类', '主体类型', '当事方类型'],
  address: ['address', 'fulladdress', 'registeredaddress', 'postaladdress', 'street', 'streetaddress', '地址', '注册地址', '住址', '通讯地址', '详细地址'],
  dob: ['dob', 'dateofbirth', 'birthdate', 'birthday', 'born', '出生日期', '出生年月', '生日'],
  ids: [
    'ids',
    'identifiers',
    'identifier',
    'idnumber',
    'idnumbers',
    'idno',
    'identitynumber',
    'passport',
    'passportno',
    'passportnumber',
    'imo',
    'imonumber',
    'imono',
    'registrationno',
    'registrationnumber',
    'companynumber',
    'taxid',
    'taxnumber',
    'lei',
    'uscc',
    '证件号码',
    '证件号',
    '身份证号',
    '身份证号码',
    '护照号',
    '护照号码',
    '注册号',
    '统一社会信用代码',
    '税号',
    'imo编号',
  ],
}

const FIELD_OF = new Map(BATCH_FIELDS.flatMap((field) => NAMES[field].map((name, rank) => [name, { field, rank }] as const)))

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The field that a name of a column or of a member stands for. */
export const fieldOf = (heading: string): BatchField | undefined => FIELD_OF.get(plain(heading))?.field

/** A field for each column, or an empty text. Of two columns for one field the surer name wins, then the first; identity numbers may stand in several. */
export function understood(headings: readonly string[]): BatchColumns {
  const found = headings.map((heading) => FIELD_OF.get(plain(heading)))
  return found.map((one, i) => {
    if (one === undefined) return ''
    if (one.field === 'ids') return 'ids'
    const better = found.some((other, j) => other?.field === one.field && (other.rank < one.rank || (other.rank === one.rank && j < i)))
    return better ? '' : one.field
  })
}

/** What is wrong with a choice of columns, in words, or an empty text. */
export function wrongColumns(columns: BatchColumns, headings: readonly string[]): string {
  if (columns.length !== headings.length) return `${columns.length} columns were named and the file has ${headings.length}`
  if (!columns.includes('name'))
    return `no column holds the name (found ${headings.map((heading) => `“${heading}”`).join(', ')}; expected one called name, company name, 名称 or alike)`
  const twice = BATCH_FIELDS.find((field) => field !== 'ids' && columns.filter((column) => column === field).length > 1)
  return twice === undefined ? '' : `two columns are taken for ${twice}`
}
