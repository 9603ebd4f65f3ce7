/**
 * Units of technical parameters. A unit belongs to one kind of quantity and has an exact factor to the base unit of that
 * kind; a value in a unit of another kind is refused, with the units that would have been right. Only scale is held here:
 * which limits matter is law and lives in the rule pack.
 */
import { type Exact, exactFromText, fraction, minus, over, plus, times, ZERO } from './exact.ts'

export type UnitKind =
  | 'frequency'
  | 'sample rate'
  | 'data rate'
  | 'length in bits'
  | 'operations per second'
  | 'multiply-accumulate operations per second'
  | 'total processing performance'
  | 'performance density'
  | 'adjusted peak performance'
  | 'bandwidth density'
  | 'area'
  | 'length'
  | 'time'
  | 'temperature'
  | 'power'
  | 'absorbed dose'
  | 'absorbed dose rate'
  | 'neutron fluence'
  | 'level below carrier'
  | 'share'
  | 'count'

type Unit = { name: string; kind: UnitKind; factor: Exact; offset: Exact; also: string[] }

function number(text: string): Exact {
  const value = exactFromText(text)
  if (value === undefined) throw new RangeError(`${text} is not a number`)
  return value
}

const unit = (kind: UnitKind, name: string, factor: string, ...also: string[]): Unit => ({ name, kind, factor: number(factor), offset: ZERO, also })

/** The first unit of a kind is its base. `also` holds other ways in which datasheets write the same unit. */
const UNITS: readonly Unit[] = [
  unit('frequency', 'Hz', '1', '赫兹', '赫'),
  unit('frequency', 'kHz', '1e3', '千赫'),
  unit('frequency', 'MHz', '1e6', '兆赫'),
  unit('frequency', 'GHz', '1e9', '吉赫'),
  unit('frequency', 'THz', '1e12', '太赫'),
  unit('sample rate', 'SPS', '1', 'S/s', 'Sa/s', 'samples/s'),
  unit('sample rate', 'kSPS', '1e3', 'kS/s', 'kSa/s'),
  unit('sample rate', 'MSPS', '1e6', 'MS/s', 'MSa/s'),
  unit('sample rate', 'GSPS', '1e9', 'GS/s', 'GSa/s'),
  unit('data rate', 'bit/s', '1', 'bps', 'b/s'),
  unit('data rate', 'kbit/s', '1e3', 'kbps', 'kb/s'),
  unit('data rate', 'Mbit/s', '1e6', 'Mbps', 'Mb/s'),
  unit('data rate', 'Gbit/s', '1e9', 'Gbps', 'Gb/s'),
  unit('data rate', 'Tbit/s', '1e12', 'Tbps', 'Tb/s'),
  unit('data rate', 'byte/s', '8', 'B/s'),
  unit('data rate', 'kB/s', '8e3', 'kbyte/s'),
  unit('data rate', 'MB/s', '8e6', 'Mbyte/s'),
  unit('data rate', 'GB/s', '8e9', 'Gbyte/s'),
  unit('data rate', 'TB/s', '8e12', 'Tbyte/s'),
  unit('data rate', 'GiB/s', '8589934592'),
  unit('length in bits', 'bit', '1', 'bits', '位', '比特'),
  unit('length in bits', 'byte', '8', 'bytes', '字节'),
  unit('operations per second', 'TOPS', '1', 'TFLOPS', 'TFLOP/s', 'TOP/s', 'Tops'),
  unit('operations per second', 'GOPS', '1e-3', 'GFLOPS', 'GFLOP/s'),
  unit('operations per second', 'POPS', '1e3', 'PFLOPS', 'PFLOP/s'),
  unit('multiply-accumulate operations per second', 'MacTOPS', '1', 'TMAC/s', 'TMACS'),
  unit('multiply-accumulate operations per second', 'GMAC/s', '1e-3', 'GMACS'),
  unit('multiply-accumulate operations per second', 'PMAC/s', '1e3', 'PMACS'),
  unit('total processing performance', 'TPP', '1'),
  unit('performance density', 'TPP/mm2', '1', 'TPP/mm²'),
  unit('performance density', 'TPP/cm2', '1e-2', 'TPP/cm²'),
  unit('adjusted peak performance', 'WT', '1', 'weighted TFLOPS', 'weighted TeraFLOPS'),
  unit('adjusted peak performance', 'WG', '1e-3', 'weighted GFLOPS', 'weighted GigaFLOPS'),
  unit('bandwidth density', 'GB/s/mm2', '1', 'GB/s/mm²', 'GB/(s·mm²)', 'GB/(s*mm2)'),
  unit('area', 'mm2', '1', 'mm²', 'mm^2', 'sq mm', '平方毫米'),
  unit('area', 'cm2', '1e2', 'cm²', 'cm^2', '平方厘米'),
  unit('area', 'um2', '1e-6', 'µm²', 'μm²', 'um^2'),
  unit('length', 'm', '1', '米'),
  unit('length', 'mm', '1e-3', '毫米'),
  unit('length', 'cm', '1e-2', '厘米'),
  unit('length', 'km', '1e3', '公里', '千米'),
  unit('length', 'ft', '0.3048', 'feet', '英尺'),
  unit('time', 's', '1', '秒'),
  unit('time', 'ms', '1e-3', '毫秒'),
  unit('time', 'us', '1e-6', 'µs', 'μs', '微秒'),
  unit('time', 'ns', '1e-9', '纳秒'),
  unit('time', 'ps', '1e-12', '皮秒'),
  unit('temperature', 'K', '1', '开'),
  { name: '°C', kind: 'temperature', factor: number('1'), offset: number('273.15'), also: ['degC', 'C', '℃', '摄氏度'] },
  { name: '°F', kind: 'temperature', factor: fraction(5n, 9n), offset: fraction(45967n, 180n), also: ['degF', 'F', '℉'] },
  unit('power', 'W', '1', '瓦'),
  unit('power', 'mW', '1e-3', '毫瓦'),
  unit('power', 'kW', '1e3', '千瓦'),
  unit('absorbed dose', 'Gy', '1', 'Gy(Si)', 'Gy (Si)'),
  unit('absorbed dose', 'kGy', '1e3', 'kGy(Si)'),
  unit('absorbed dose', 'rad', '1e-2', 'rad(Si)', 'rad (Si)', 'rads'),
  unit('absorbed dose', 'krad', '1e1', 'krad(Si)', 'krad (Si)', 'krads'),
  unit('absorbed dose', 'Mrad', '1e4', 'Mrad(Si)', 'Mrad (Si)'),
  unit('absorbed dose rate', 'Gy/s', '1', 'Gy(Si)/s', 'Gy (Si)/s'),
  unit('absorbed dose rate', 'rad/s', '1e-2', 'rad(Si)/s', 'rad (Si)/s'),
  unit('neutron fluence', 'n/cm2', '1', 'n/cm²', 'n/cm^2'),
  unit('level below carrier', 'dBc', '1'),
  unit('share', '%', '1', 'percent'),
  unit('count', 'count', '1', '个', 'pieces'),
]

const squeeze = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').replaceAll('μ', 'µ')

/** Exact spelling first, since `mW` and `MW` or `Gb/s` and `GB/s` differ by case alone; then any case where only one unit fits. */
const bySpelling = new Map(UNITS.flatMap((each) => [each.name, ...each.also].map((name) => [squeeze(name), each] as const)))
const byLetters = new Map<string, Set<Unit>>()
for (const [name, each] of bySpelling) {
  const key = name.toLowerCase()
  byLetters.set(key, new Set([...(byLetters.get(key) ?? []), each]))
}

function findUnit(name: string): Unit | undefined {
  const exactly = bySpelling.get(squeeze(name))
  if (exactly !== undefined) return exactly
  const fitting = [...(byLetters.get(squeeze(name).toLowerCase()) ?? [])]
  return fitting.length === 1 ? fitting[0] : undefined
}

/** The kind of quantity that a unit measures; `undefined` for a unit that is not known. */
export const kindOfUnit = (name: string): UnitKind | undefined => findUnit(name)?.kind

/** The one spelling under which the unit is shown; `undefined` for a unit that is not known. */
export const unitName = (name: string): string | undefined => findUnit(name)?.name

/** Units that measure the same kind of quantity as the one named. */
export function unitsLike(name: string): string[] {
  const kind = kindOfUnit(name)
  return UNITS.filter((each) => each.kind === kind).map((each) => each.name)
}

/** Whether quantities of this unit may lie below zero. Formulas are only declared over the others. */
export const mayBeNegative = (name: string): boolean => ['temperature', 'level below carrier'].includes(kindOfUnit(name) ?? '')

/** Converts exactly. `undefined` when one of the units is not known or they measure different things. */
export function convert(value: Exact, from: string, to: string): Exact | undefined {
  const [source, target] = [findUnit(from), findUnit(to)]
  if (source === undefined || target === undefined || source.kind !== target.kind) return undefined
  return over(minus(plus(times(value, source.factor), source.offset), target.offset), target.factor)
}

/** Splits text such as `5 GHz`, `-55°C` or `1.3e9` into number and unit (empty when none is written). `undefined` when no number leads. */
export function splitQuantity(text: string): { value: Exact; unit: string } | undefined {
  const parts = /^\s*([+\-−]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/u.exec(text.normalize('NFKC'))
  const value = parts === null ? undefined : exactFromText((parts[1] ?? '').replace('−', '-'))
  return value === undefined ? undefined : { value, unit: parts?.[2] ?? '' }
}
