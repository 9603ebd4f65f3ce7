/** The paragraphs of the US pack: both sides of every limit, each parameter missing alone, ranges across a limit. */
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { type Candidate, classifyItem, type ParameterInput } from '#shared/domain/classification.ts'
import { classify } from './classify.ts'
import { describeTables } from './describe.ts'
import { expressionsOf, parseClassificationTables, visit } from './tables.ts'

const FOLDER = 'assets/rules/us-ear/tables/classification'
const tables = parseClassificationTables(readdirSync(FOLDER).map((file) => parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))))

type Parameters = Record<string, ParameterInput>
const answer = (parameters: Parameters) => classify(classifyItem.parse({ id: 'one', kind: 'commodity', parameters }), tables, [])
const at = (parameters: Parameters, eccn: string, paragraph: string): Candidate => {
  const found = answer(parameters).candidates.find((each) => each.eccn === eccn && each.paragraph === paragraph)
  if (found === undefined) throw new Error(`no candidate ${eccn}.${paragraph}`)
  return found
}

const without = (parameters: Parameters, name: string): Parameters => Object.fromEntries(Object.entries(parameters).filter(([each]) => each !== name))

/** `edges`: parameter, a value that still meets the paragraph, the nearest one that does not. */
type Case = { paragraph: string; base: Parameters; edges: [string, ParameterInput, ParameterInput][]; optional?: string[] }

const chip = { itemForm: 'integrated-circuit' }
const datacentre = { ...chip, designedForDatacentres: true }
const adc = { ...chip, integratedCircuitType: 'adc' }
const sampling = { ...chip, integratedCircuitType: 'adc-with-processing', storesDigitizedData: true, processesDigitizedData: false }
const dac = { ...chip, integratedCircuitType: 'dac' }
const dds = { ...chip, integratedCircuitType: 'dds' }
const hot = { ...chip, integratedCircuitType: 'processor', designedForCivilVehicles: false }
const hard = { ...chip, radiationHardened: true }
const noRelease = { retailSale: false, componentOfMassMarketItem: false }
const crypto = {
  ...noRelease,
  cryptographicFunction: 'data-confidentiality',
  symmetricKeyLength: 0,
  factorizationKeyLength: 0,
  finiteFieldSize: 0,
  otherGroupSize: 0,
  postQuantumAlgorithm: 'none',
  usableWithoutActivation: true,
  primaryFunction: 'information-security',
  encryptionItemClass: 'other',
}
const massMarket = {
  cryptographicFunction: 'data-confidentiality',
  symmetricKeyLength: 256,
  usableWithoutActivation: true,
  primaryFunction: 'computing-or-storage',
  encryptionItemClass: 'other',
  retailSale: true,
  publicInterestAndPrice: true,
  cryptographyFixed: true,
  userInstallable: true,
  detailsAvailable: true,
  componentOfMassMarketItem: false,
  encParagraph: 'b.1',
  massMarketClassified: true,
}

const CASES: Record<string, Case[]> = {
  '3A090': [
    { paragraph: 'a.1', base: { ...chip, totalProcessingPerformance: 4800 }, edges: [['totalProcessingPerformance', 4800, 4799]] },
    {
      paragraph: 'a.2',
      base: { ...datacentre, totalProcessingPerformance: 1600, performanceDensity: 5.92 },
      edges: [
        ['totalProcessingPerformance', 1600, 1599],
        ['performanceDensity', 5.92, 5.91],
        ['designedForDatacentres', true, false],
      ],
    },
    {
      paragraph: 'b.1',
      base: { ...datacentre, totalProcessingPerformance: 2400, performanceDensity: 1.6 },
      edges: [
        ['totalProcessingPerformance', 2400, 2399],
        ['totalProcessingPerformance', 4799.99, 4800],
        ['performanceDensity', 1.6, 1.59],
        ['performanceDensity', 5.91, 5.92],
        ['designedForDatacentres', true, false],
      ],
    },
    {
      paragraph: 'b.2',
      base: { ...datacentre, totalProcessingPerformance: 1600, performanceDensity: 3.2 },
      edges: [
        ['totalProcessingPerformance', 1600, 1599],
        ['performanceDensity', 3.2, 3.19],
        ['performanceDensity', 5.91, 5.92],
        ['designedForDatacentres', true, false],
      ],
    },
    {
      paragraph: 'c',
      base: { ...chip, integratedCircuitType: 'dram', memoryBandwidthDensity: 2.01, coPackagedForProcessing: false },
      edges: [
        ['memoryBandwidthDensity', 2.01, 2],
        ['coPackagedForProcessing', false, true],
        ['integratedCircuitType', 'dram', 'sram'],
      ],
    },
  ],
  '4A090': [
    {
      paragraph: 'a',
      base: { itemForm: 'computer', totalProcessingPerformance: 4800, performanceDensity: 3 },
      edges: [
        ['totalProcessingPerformance', 4800, 4799],
        ['itemForm', 'digital-assembly', 'integrated-circuit'],
      ],
      optional: ['performanceDensity'],
    },
    {
      paragraph: 'b',
      base: { itemForm: 'computer', designedForDatacentres: true, totalProcessingPerformance: 2400, performanceDensity: 1.6 },
      edges: [
        ['totalProcessingPerformance', 2400, 2399],
        ['performanceDensity', 1.6, 1.59],
        ['designedForDatacentres', true, false],
        ['itemForm', 'computer-component', 'network-equipment'],
      ],
    },
  ],
  '3A001': [
    {
      paragraph: 'a.1.a',
      base: { ...hard, totalDose: 5000 },
      edges: [
        ['totalDose', '5 kGy', '4999 Gy'],
        ['totalDose', '500 krad', '499.9 krad'],
        ['radiationHardened', true, false],
      ],
    },
    { paragraph: 'a.1.b', base: { ...hard, doseRateUpset: 5e6 }, edges: [['doseRateUpset', 5e6, 4_999_999]] },
    {
      paragraph: 'a.1.c',
      base: { ...hard, neutronFluence: 5e13, metalInsulatorSemiconductor: false },
      edges: [
        ['neutronFluence', 5e13, 4.9e13],
        ['metalInsulatorSemiconductor', false, true],
      ],
    },
    {
      paragraph: 'a.2.a',
      base: { ...hot, ratedTemperatureMaximum: 126 },
      edges: [
        ['ratedTemperatureMaximum', 125.1, 125],
        ['designedForCivilVehicles', false, true],
        ['integratedCircuitType', 'fpga', 'dds'],
      ],
    },
    { paragraph: 'a.2.b', base: { ...hot, ratedTemperatureMinimum: -56 }, edges: [['ratedTemperatureMinimum', '218.14 K', '-55 °C']] },
    {
      paragraph: 'a.2.c',
      base: { ...hot, ratedTemperatureMinimum: -55, ratedTemperatureMaximum: 125 },
      edges: [
        ['ratedTemperatureMinimum', -55, -54.9],
        ['ratedTemperatureMaximum', 125, 124.9],
      ],
    },
    {
      paragraph: 'a.3',
      base: { ...chip, integratedCircuitType: 'processor', compoundSemiconductor: true, clockFrequency: 41 },
      edges: [
        ['clockFrequency', '40.001 MHz', '40 MHz'],
        ['compoundSemiconductor', true, false],
      ],
    },
    {
      paragraph: 'a.5.a.1',
      base: { ...adc, converterResolution: 8, sampleRate: 1301 },
      edges: [
        ['converterResolution', 8, 7],
        ['converterResolution', 9, 10],
        ['sampleRate', '1.301 GSPS', '1.3 GSPS'],
      ],
    },
    {
      paragraph: 'a.5.a.2',
      base: { ...adc, converterResolution: 10, sampleRate: 601 },
      edges: [
        ['converterResolution', 10, 9],
        ['converterResolution', 11, 12],
        ['sampleRate', 600.1, 600],
      ],
    },
    {
      paragraph: 'a.5.a.3',
      base: { ...adc, converterResolution: 12, sampleRate: 401 },
      edges: [
        ['converterResolution', 12, 11],
        ['converterResolution', 13, 14],
        ['sampleRate', 400.1, 400],
      ],
    },
    {
      paragraph: 'a.5.a.4',
      base: { ...adc, converterResolution: 14, sampleRate: 251 },
      edges: [
        ['converterResolution', 14, 13],
        ['converterResolution', 15, 16],
        ['sampleRate', 250.1, 250],
      ],
    },
    {
      paragraph: 'a.5.a.5',
      base: { ...adc, converterResolution: 16, sampleRate: 66 },
      edges: [
        ['converterResolution', 24, 15],
        ['sampleRate', 65.1, 65],
        ['integratedCircuitType', 'adc', 'dac'],
      ],
    },
    {
      paragraph: 'a.5.b.1',
      base: { ...dac, converterResolution: 10, adjustedUpdateRate: 3501 },
      edges: [
        ['converterResolution', 10, 9],
        ['converterResolution', 11, 12],
        ['adjustedUpdateRate', '3.5001 GSPS', '3.5 GSPS'],
      ],
    },
    {
      paragraph: 'a.5.b.2.a.1',
      base: { ...dac, converterResolution: 12, adjustedUpdateRate: 1251, settlingTime: 8 },
      edges: [
        ['converterResolution', 12, 11],
        ['adjustedUpdateRate', 1250.1, 1250],
        ['adjustedUpdateRate', 3500, 3500.1],
        ['settlingTime', '8.9 ns', '9 ns'],
      ],
    },
    {
      paragraph: 'a.5.b.2.a.2',
      base: { ...dac, converterResolution: 16, adjustedUpdateRate: 3500, spuriousFreeDynamicRange: 69 },
      edges: [['spuriousFreeDynamicRange', 68.1, 68]],
    },
    { paragraph: 'a.5.b.2.b', base: { ...dac, converterResolution: 12, adjustedUpdateRate: 3501 }, edges: [['adjustedUpdateRate', 3500.1, 3500]] },
    {
      paragraph: 'a.6',
      base: { ...chip, integratedCircuitType: 'electro-optical', internalLaserDiodes: 1, internalLightDetectors: 1, opticalWaveguides: true },
      edges: [
        ['internalLaserDiodes', 2, 0],
        ['internalLightDetectors', 1, 0],
        ['opticalWaveguides', true, false],
      ],
    },
    { paragraph: 'a.7.a', base: { ...chip, integratedCircuitType: 'fpga', singleEndedDigitalIo: 701 }, edges: [['singleEndedDigitalIo', 701, 700]] },
    {
      paragraph: 'a.7.b',
      base: { ...chip, integratedCircuitType: 'fpga', aggregateTransceiverRate: 500 },
      edges: [
        ['aggregateTransceiverRate', '0.5 Tbit/s', '499.9 Gbit/s'],
        ['aggregateTransceiverRate', '62.5 GB/s', '62.4 GB/s'],
      ],
    },
    { paragraph: 'a.10.a', base: { ...chip, integratedCircuitType: 'custom-unknown', terminals: 1501 }, edges: [['terminals', 1501, 1500]] },
    { paragraph: 'a.10.b', base: { ...chip, integratedCircuitType: 'custom-unknown', gateDelay: 0.019 }, edges: [['gateDelay', '19 ps', '20 ps']] },
    {
      paragraph: 'a.10.c',
      base: { ...chip, integratedCircuitType: 'custom-unknown', operatingFrequency: 3.1 },
      edges: [['operatingFrequency', '3001 MHz', '3 GHz']],
    },
    {
      paragraph: 'a.11.a',
      base: { ...chip, integratedCircuitType: 'other-digital', compoundSemiconductor: true, gateCount: 3001 },
      edges: [
        ['gateCount', 3001, 3000],
        ['compoundSemiconductor', true, false],
      ],
    },
    {
      paragraph: 'a.11.b',
      base: { ...chip, integratedCircuitType: 'other-digital', compoundSemiconductor: true, toggleFrequency: 1.3 },
      edges: [['toggleFrequency', 1.21, 1.2]],
    },
    {
      paragraph: 'a.12',
      base: { ...chip, integratedCircuitType: 'fft', fftPoints: 1024, fftExecutionTime: 0.4 },
      edges: [
        ['fftExecutionTime', '499 us', '500 us'],
        ['fftPoints', 1024, 512],
      ],
    },
    {
      paragraph: 'a.13.a',
      base: { ...dds, dacClockFrequency: 3.5, converterResolution: 10 },
      edges: [
        ['dacClockFrequency', 3.5, 3.49],
        ['converterResolution', 11, 12],
        ['converterResolution', 10, 9],
      ],
    },
    {
      paragraph: 'a.13.b',
      base: { ...dds, dacClockFrequency: 1.25, converterResolution: 12 },
      edges: [
        ['dacClockFrequency', '1250 MHz', '1249 MHz'],
        ['converterResolution', 12, 11],
      ],
    },
    {
      paragraph: 'a.14',
      base: { ...sampling, converterResolution: 8, sampleRate: 1301 },
      edges: [
        ['sampleRate', '1.301 GSPS', '1.3 GSPS'],
        ['converterResolution', 8, 7],
        ['storesDigitizedData', true, false],
      ],
      optional: ['processesDigitizedData'],
    },
    {
      paragraph: 'a.14',
      base: { ...sampling, converterResolution: 10, sampleRate: 1001 },
      edges: [['sampleRate', '1.001 GSPS', '1 GSPS']],
      optional: ['processesDigitizedData'],
    },
    {
      paragraph: 'a.14',
      base: { ...sampling, converterResolution: 12, sampleRate: 1001 },
      edges: [
        ['sampleRate', '1.001 GSPS', '1 GSPS'],
        ['converterResolution', 12, 7],
      ],
      optional: ['processesDigitizedData'],
    },
    {
      paragraph: 'a.14',
      base: { ...sampling, converterResolution: 14, sampleRate: 401 },
      edges: [
        ['sampleRate', 400.1, 400],
        ['converterResolution', 15, 13],
      ],
      optional: ['processesDigitizedData'],
    },
    {
      paragraph: 'a.14',
      base: { ...sampling, converterResolution: 16, sampleRate: 181 },
      edges: [
        ['sampleRate', 180.1, 180],
        ['converterResolution', 24, 15],
      ],
      optional: ['processesDigitizedData'],
    },
  ],
  '4A003': [
    {
      paragraph: 'b',
      base: { itemForm: 'computer', adjustedPeakPerformance: 70.01, partOfOtherEquipment: false },
      edges: [
        ['adjustedPeakPerformance', 70.01, 70],
        ['adjustedPeakPerformance', '70001 WG', '70000 WG'],
        ['partOfOtherEquipment', false, true],
      ],
    },
    {
      paragraph: 'c',
      base: {
        itemForm: 'digital-assembly',
        designedForAggregation: true,
        adjustedPeakPerformance: 71,
        shippedUnintegrated: true,
        limitedToLesserProduct: false,
        partOfOtherEquipment: false,
      },
      edges: [
        ['adjustedPeakPerformance', 70.01, 70],
        ['designedForAggregation', true, false],
        ['shippedUnintegrated', true, false],
        ['limitedToLesserProduct', false, true],
      ],
    },
    {
      paragraph: 'g',
      base: { itemForm: 'computer-interconnect', linkRate: 2.1, internalOrPassiveInterconnect: false, partOfOtherEquipment: false },
      edges: [
        ['linkRate', '16.1 Gbit/s', '16 Gbit/s'],
        ['internalOrPassiveInterconnect', false, true],
      ],
    },
    {
      paragraph: 'z.1.a',
      base: { itemForm: 'computer', adjustedPeakPerformance: 71, partOfOtherEquipment: false, totalProcessingPerformance: 4800, performanceDensity: 1 },
      edges: [
        ['adjustedPeakPerformance', 71, 70],
        ['totalProcessingPerformance', 4800, 4799],
      ],
      optional: ['performanceDensity'],
    },
    {
      paragraph: 'z.1.b',
      base: {
        itemForm: 'computer',
        adjustedPeakPerformance: 71,
        partOfOtherEquipment: false,
        totalProcessingPerformance: 2400,
        performanceDensity: 1.6,
        designedForDatacentres: true,
      },
      edges: [['performanceDensity', 1.6, 1.59]],
    },
    {
      paragraph: 'z.2.a',
      base: {
        itemForm: 'computer-interconnect',
        linkRate: 3,
        internalOrPassiveInterconnect: false,
        partOfOtherEquipment: false,
        totalProcessingPerformance: 4800,
        performanceDensity: 1,
      },
      edges: [['linkRate', 2.1, 2]],
      optional: ['performanceDensity'],
    },
  ],
  '5A002': [
    ...(
      [
        ['symmetricKeyLength', 57, 56],
        ['factorizationKeyLength', 513, 512],
        ['finiteFieldSize', 513, 512],
        ['otherGroupSize', 113, 112],
        ['postQuantumAlgorithm', 'lattice', 'none'],
      ] as [string, ParameterInput, ParameterInput][]
    ).map(
      ([parameter, met, not]): Case => ({
        paragraph: 'a.1',
        base: { ...crypto, [parameter]: met },
        edges: [
          [parameter, met, not],
          ['usableWithoutActivation', true, false],
          ['cryptographicFunction', 'data-confidentiality', 'authentication'],
          ['cryptographicFunction', 'data-confidentiality', 'none'],
          ['encryptionItemClass', 'other', 'banking'],
        ],
        optional: ['symmetricKeyLength', 'factorizationKeyLength', 'finiteFieldSize', 'otherGroupSize', 'postQuantumAlgorithm'].filter(
          (each) => each !== parameter,
        ),
      }),
    ),
    {
      paragraph: 'a.2',
      base: { ...crypto, symmetricKeyLength: 128, primaryFunction: 'communication' },
      edges: [['primaryFunction', 'communication', 'other']],
      optional: ['factorizationKeyLength', 'finiteFieldSize', 'otherGroupSize', 'postQuantumAlgorithm'],
    },
    {
      paragraph: 'a.3',
      base: { ...crypto, symmetricKeyLength: 128, primaryFunction: 'computing-or-storage' },
      edges: [['primaryFunction', 'computing-or-storage', 'communication']],
      optional: ['factorizationKeyLength', 'finiteFieldSize', 'otherGroupSize', 'postQuantumAlgorithm'],
    },
    {
      paragraph: 'a.4',
      base: { ...crypto, symmetricKeyLength: 128, primaryFunction: 'other', supportsNonPrimaryFunction: true, performedByControlledPart: true },
      edges: [
        ['supportsNonPrimaryFunction', true, false],
        ['performedByControlledPart', true, false],
      ],
      optional: ['factorizationKeyLength', 'finiteFieldSize', 'otherGroupSize', 'postQuantumAlgorithm'],
    },
    {
      paragraph: 'b',
      base: { ...noRelease, cryptographicFunction: 'authentication', specialCryptography: 'activation-token' },
      edges: [['specialCryptography', 'activation-token', 'none']],
    },
    {
      paragraph: 'c',
      base: { ...noRelease, cryptographicFunction: 'data-confidentiality', specialCryptography: 'quantum' },
      edges: [['specialCryptography', 'quantum', 'none']],
    },
    {
      paragraph: 'd.1',
      base: { ...noRelease, cryptographicFunction: 'data-confidentiality', specialCryptography: 'ultra-wideband-codes', signalBandwidth: 501 },
      edges: [['signalBandwidth', '0.501 GHz', '0.5 GHz']],
    },
    {
      paragraph: 'd.2',
      base: { ...noRelease, cryptographicFunction: 'data-confidentiality', specialCryptography: 'ultra-wideband-codes', fractionalBandwidth: 20 },
      edges: [['fractionalBandwidth', 20, 19.9]],
    },
    {
      paragraph: 'e',
      base: { ...noRelease, cryptographicFunction: 'data-confidentiality', specialCryptography: 'spread-spectrum-codes' },
      edges: [['specialCryptography', 'spread-spectrum-codes', 'ultra-wideband-codes']],
    },
    {
      paragraph: 'z.1.a',
      base: { ...crypto, symmetricKeyLength: 256, totalProcessingPerformance: 4800 },
      edges: [['symmetricKeyLength', 57, 56]],
      optional: ['factorizationKeyLength', 'finiteFieldSize', 'otherGroupSize', 'postQuantumAlgorithm'],
    },
  ],
  '5A992': [
    {
      paragraph: 'c',
      base: massMarket,
      edges: [
        ['retailSale', true, false],
        ['publicInterestAndPrice', true, false],
        ['cryptographyFixed', true, false],
        ['userInstallable', true, false],
        ['detailsAvailable', true, false],
        ['encParagraph', 'b.3.iv', 'b.2'],
        ['encParagraph', 'b.3.i', 'b.3.iii'],
        ['massMarketClassified', true, false],
        ['cryptographicFunction', 'data-confidentiality', 'authentication'],
      ],
      optional: ['componentOfMassMarketItem'],
    },
    {
      paragraph: 'z.1',
      base: { ...massMarket, totalProcessingPerformance: 4800, performanceDensity: 1 },
      edges: [['totalProcessingPerformance', 4800, 4799]],
      optional: ['componentOfMassMarketItem', 'performanceDensity'],
    },
  ],
}

const cases = Object.entries(CASES).flatMap(([eccn, list]) => list.map((each) => ({ eccn, ...each })))
/** A derived parameter is asked for by the input that is missing. */
const ASKED: Record<string, string> = { performanceDensity: 'applicableDieArea' }

describe.each(cases)('$eccn.$paragraph', ({ eccn, paragraph, base, edges, optional = [] }) => {
  it('is met', () => {
    expect(at(base, eccn, paragraph)).toMatchObject({ state: 'met', missing: [] })
  })

  it.each(edges)('%s: %j meets it, %j does not', (parameter, met, not) => {
    expect(at({ ...base, [parameter]: met }, eccn, paragraph).state).toBe('met')
    expect(at({ ...base, [parameter]: not }, eccn, paragraph)).toMatchObject({ state: 'not-met', missing: [] })
  })

  it.each(edges.filter(([, met, not]) => typeof met === 'number' && typeof not === 'number'))(
    '%s somewhere between %j and %j is not known',
    (parameter, met, not) => {
      const range = { min: Math.min(Number(met), Number(not)), max: Math.max(Number(met), Number(not)) }
      const found = at({ ...base, [parameter]: range }, eccn, paragraph)
      expect(found.state).toBe('unknown')
      expect(found.missing).toContain(parameter)
    },
  )

  it.each(Object.keys(base).filter((name) => !optional.includes(name)))('%s missing alone leaves it unknown and is named', (name) => {
    const found = at(without(base, name), eccn, paragraph)
    expect(found.state).toBe('unknown')
    expect(found.missing.some((each) => each === name || each === ASKED[name])).toBe(true)
  })
})

describe('chips by their figures', () => {
  const plainChip = {
    ...datacentre,
    integratedCircuitType: 'accelerator',
    radiationHardened: false,
    compoundSemiconductor: false,
    ratedTemperatureMinimum: 0,
    ratedTemperatureMaximum: 85,
    cryptographicFunction: 'none',
    foundryPresumption: false,
  }
  const table: [string, Parameters, string, string[]][] = [
    ['1979 TOPS at 8 bit on 814 mm²', { operationsRate: '1979 TOPS', operationBitLength: 8, applicableDieArea: 814 }, '15832', ['3A090.a.1', '3A090.a.2']],
    [
      '989.5 TFLOPS at 16 bit on 814 mm²',
      { operationsRate: '989.5 TFLOPS', operationBitLength: 16, applicableDieArea: 814 },
      '15832',
      ['3A090.a.1', '3A090.a.2'],
    ],
    ['148 TFLOPS at 16 bit on 814 mm²', { operationsRate: '148 TFLOPS', operationBitLength: 16, applicableDieArea: 814 }, '2368', []],
    ['296 TOPS at 8 bit on 814 mm²', { operationsRate: '296 TOPS', operationBitLength: 8, applicableDieArea: 814 }, '2368', []],
    ['312 TFLOPS at 16 bit on 826 mm²', { operationsRate: '312 TFLOPS', operationBitLength: 16, applicableDieArea: 826 }, '4992', ['3A090.a.1', '3A090.a.2']],
    ['660.6 TOPS at 8 bit on 609 mm²', { operationsRate: '660.6 TOPS', operationBitLength: 8, applicableDieArea: 609 }, '5284.8', ['3A090.a.1', '3A090.a.2']],
    ['242 TOPS at 8 bit on 294 mm²', { operationsRate: '242 TOPS', operationBitLength: 8, applicableDieArea: 294 }, '1936', ['3A090.a.2']],
    ['250 TOPS at 8 bit on 545 mm²', { operationsRate: '250 TOPS', operationBitLength: 8, applicableDieArea: 545 }, '2000', ['3A090.b.2']],
    ['320 TOPS at 8 bit on 1000 mm²', { operationsRate: '320 TOPS', operationBitLength: 8, applicableDieArea: 1000 }, '2560', ['3A090.b.1']],
    ['300 MacTOPS at 8 bit (600 TOPS) on 900 mm²', { macRate: 300, operationBitLength: 8, applicableDieArea: 900 }, '4800', ['3A090.a.1', '3A090.b.2']],
    ['150 MacTOPS at 16 bit on 900 mm²', { macRate: 150, operationBitLength: 16, applicableDieArea: 900 }, '4800', ['3A090.a.1', '3A090.b.2']],
  ]
  it.each(table)('%s has a TPP of %s', (_, figures, tpp, met) => {
    const found = answer({ ...plainChip, ...figures })
    const [test] = found.candidates.flatMap((each) => each.tests).filter((each) => each.parameter === 'totalProcessingPerformance')
    expect(test?.value).toBe(`${tpp} TPP`)
    expect(found.candidates.filter((each) => each.state === 'met').map((each) => `${each.eccn}.${each.paragraph}`)).toEqual(met)
    const own = met.filter((each) => each.startsWith('3A090.a'))
    if (met.length > 0)
      expect(found.conclusion).toMatchObject({ state: 'classified', eccn: '3A090', paragraphs: (own.length > 0 ? own : met).map((each) => each.slice(6)) })
    else expect(found.conclusion.state).toBe('undetermined')
  })

  it('takes the highest of several bit lengths, and does not call it the highest before all are known', () => {
    const rates = { operationsRate8Bit: 400, operationsRate16Bit: 250 }
    expect(at({ ...datacentre, ...rates }, '3A090', 'a.1')).toMatchObject({ state: 'unknown', missing: ['allBitLengthsGiven'] })
    expect(at({ ...datacentre, ...rates, allBitLengthsGiven: true }, '3A090', 'a.1')).toMatchObject({ state: 'not-met' })
    expect(at({ ...datacentre, ...rates, allBitLengthsGiven: false }, '3A090', 'a.1').missing).toEqual([
      'operationsRate4Bit',
      'operationsRate32Bit',
      'operationsRate64Bit',
    ])
    expect(at({ ...datacentre, ...rates, operationsRate16Bit: 300 }, '3A090', 'a.1').state).toBe('met')
  })

  it('keeps every value possible between a stated and a computed figure that differ', () => {
    const found = at({ ...datacentre, totalProcessingPerformance: 4700, operationsRate: 600, operationBitLength: 8 }, '3A090', 'a.1')
    expect(found).toMatchObject({ state: 'unknown', missing: ['totalProcessingPerformance'] })
    expect(found.tests.find((each) => each.parameter === 'totalProcessingPerformance')?.value).toBe('4700 – 4800 TPP')
    expect(at({ ...chip, totalProcessingPerformance: 15824, operationsRate: 1979, operationBitLength: 8 }, '3A090', 'a.1').state).toBe('met')
  })

  it('asks for the input of a formula that is half given', () => {
    expect(at({ ...chip, operationsRate: 600 }, '3A090', 'a.1').missing).toContain('operationBitLength')
    expect(at({ ...datacentre, totalProcessingPerformance: 1600 }, '3A090', 'a.2').missing).toEqual(['applicableDieArea'])
  })

  it('has no density without a die that counts', () => {
    expect(at({ ...datacentre, totalProcessingPerformance: 1600, applicableDieArea: 0 }, '3A090', 'a.2').state).toBe('unknown')
  })

  it('says that the presumption against fabricators is not modelled', () => {
    const found = at({ ...plainChip, totalProcessingPerformance: 1000, foundryPresumption: true }, '3A090', 'note-1')
    expect(found.state).toBe('not-modelled')
    expect(found.notModelled?.[0]).toContain('presumed')
  })

  it('classifies memory by its density once it is known to process nothing', () => {
    const memory = { ...plainChip, integratedCircuitType: 'dram', memoryBandwidth: '819 GB/s', memoryPackageArea: '121 mm2', coPackagedForProcessing: false }
    expect(answer({ ...memory, totalProcessingPerformance: 0 }).conclusion).toMatchObject({ state: 'classified', eccn: '3A090', paragraphs: ['c'] })
    expect(answer({ ...memory, totalProcessingPerformance: 0, memoryBandwidth: '242 GB/s' }).conclusion.state).toBe('undetermined')
    expect(answer(memory).conclusion.why).toContain('Total processing performance')
  })

  it('classifies a field programmable device that reaches the chip limits under the paragraph for both', () => {
    const device = { ...plainChip, integratedCircuitType: 'fpga', singleEndedDigitalIo: 1000, totalProcessingPerformance: 5000, usableInMissiles: false }
    expect(answer(device).conclusion).toMatchObject({ state: 'classified', eccn: '3A001', paragraphs: ['z.4.a'] })
    expect(answer({ ...device, totalProcessingPerformance: 100 }).conclusion).toMatchObject({ state: 'classified', eccn: '3A001', paragraphs: ['a.7.a'] })
    expect(answer(without(device, 'totalProcessingPerformance')).conclusion).toMatchObject({
      state: 'undetermined',
      why: expect.stringContaining('Total processing performance'),
    })
  })
})

describe('converters, devices and cryptography by formula and note', () => {
  it.each([
    [6000, 2, 'not-met'],
    [8000, 2, 'met'],
    [8000, 1, 'met'],
    [8000, 4, 'not-met'],
  ])('an update rate of %d MSPS interpolated by %d is %s', (updateRate, smallestInterpolationFactor, state) => {
    expect(at({ ...dac, converterResolution: 14, updateRate, smallestInterpolationFactor }, '3A001', 'a.5.b.2.b').state).toBe(state)
  })

  it.each([
    [20, 25, 'met'],
    [19, 26, 'not-met'],
  ])('%d transceivers of %d Gbit/s are %s', (transceiverCount, transceiverRate, state) => {
    expect(at({ ...chip, integratedCircuitType: 'fpga', transceiverCount, transceiverRate }, '3A001', 'a.7.b').state).toBe(state)
  })

  const confidential = { ...crypto, symmetricKeyLength: 256 }
  const civil = { publishedStandardsOnly: true, cryptographyFixed: true, userInstallable: true, detailsAvailable: true }
  const notes: [string, Parameters, Parameters][] = [
    ['a smart card', { encryptionItemClass: 'smart-card', smartCardRestricted: true }, { smartCardRestricted: false }],
    ['a reader', { encryptionItemClass: 'card-reader', readerLimited: true }, { readerLimited: false }],
    ['a banking machine', { encryptionItemClass: 'banking' }, { encryptionItemClass: 'other' }],
    ['a radiotelephone', { encryptionItemClass: 'radiotelephone', relaysEncryptedData: false }, { relaysEncryptedData: true }],
    ['a cordless telephone', { encryptionItemClass: 'cordless-telephone', endToEndEncryption: false, cordlessRange: '399.9 m' }, { cordlessRange: '0.4 km' }],
    ['a cordless telephone', { encryptionItemClass: 'cordless-telephone', endToEndEncryption: false, cordlessRange: 100 }, { endToEndEncryption: true }],
    ['a wireless client', { encryptionItemClass: 'client-wireless', customisedForCivilIndustry: true, ...civil }, { publishedStandardsOnly: false }],
    ['a personal area network', { encryptionItemClass: 'personal-area-network', ...civil }, { publishedStandardsOnly: false }],
    [
      'a small base station',
      { encryptionItemClass: 'radio-access-network', ...civil, rfOutputPower: '100 mW', concurrentUsers: 16 },
      { rfOutputPower: '101 mW' },
    ],
    ['a small base station', { encryptionItemClass: 'radio-access-network', ...civil, rfOutputPower: 0.1, concurrentUsers: 16 }, { concurrentUsers: 17 }],
    ['a router', { encryptionItemClass: 'network-oam', ...civil }, { publishedStandardsOnly: false }],
    ['a server', { encryptionItemClass: 'general-computing', ...civil, securityIntegralTo: 'own-maintenance' }, { securityIntegralTo: 'elsewhere' }],
    ['a connected device', { encryptionItemClass: 'connected-civil', ...civil, connectedCivilLimits: true }, { connectedCivilLimits: false }],
  ]
  it.each(notes)('the notes leave out %s, but not without %j %j', (_, facts, broken) => {
    expect(at({ ...confidential, ...facts }, '5A002', 'a.1').state).toBe('not-met')
    expect(at({ ...confidential, ...facts, ...broken }, '5A002', 'a.1').state).toBe('met')
    const asked = Object.keys(broken)[0] ?? ''
    expect(at(without({ ...confidential, ...facts }, asked), '5A002', 'a.1')).toMatchObject({ state: 'unknown', missing: expect.arrayContaining([asked]) })
  })

  it('moves a mass market item from 5A002 to 5A992.c once it is classified as one', () => {
    const item = { ...massMarket, itemForm: 'computer', adjustedPeakPerformance: 1, totalProcessingPerformance: 100, specialCryptography: 'none' }
    expect(answer(item).conclusion).toMatchObject({ state: 'classified', eccn: '5A992', paragraphs: ['c'] })
    expect(answer({ ...item, massMarketClassified: false }).conclusion).toMatchObject({ state: 'classified', eccn: '5A002', paragraphs: ['a.3'] })
    expect(answer(without(item, 'massMarketClassified')).conclusion.state).toBe('undetermined')
    expect(answer({ ...item, componentOfMassMarketItem: true, retailSale: false }).conclusion).toMatchObject({ eccn: '5A992' })
  })

  it.each([
    [{ symmetricKeyLength: 64 }, 'met'],
    [{ symmetricKeyLength: 65 }, 'not-met'],
    [{ symmetricKeyLength: 0, factorizationKeyLength: 768, finiteFieldSize: 0, otherGroupSize: 128, postQuantumAlgorithm: 'none' }, 'met'],
    [{ symmetricKeyLength: 0, factorizationKeyLength: 769, finiteFieldSize: 0, otherGroupSize: 128, postQuantumAlgorithm: 'none' }, 'not-met'],
    [{ symmetricKeyLength: 0, factorizationKeyLength: 768, finiteFieldSize: 0, otherGroupSize: 129, postQuantumAlgorithm: 'none' }, 'not-met'],
    [{ symmetricKeyLength: 0, factorizationKeyLength: 768, finiteFieldSize: 769, otherGroupSize: 0, postQuantumAlgorithm: 'none' }, 'not-met'],
    [{ symmetricKeyLength: 0, factorizationKeyLength: 768, finiteFieldSize: 0, otherGroupSize: 0, postQuantumAlgorithm: 'lattice' }, 'not-met'],
  ] as [Parameters, string][])('releases %j without a filing: %s', (keys, state) => {
    expect(at({ ...massMarket, massMarketClassified: false, ...keys }, '5A992', 'c').state).toBe(state)
  })
})

describe('what is not evaluated', () => {
  it.each(['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])('3A001.%s is said to be not modelled, never skipped', (paragraph) => {
    const found = at({ itemForm: 'electronic-device' }, '3A001', paragraph)
    expect(found.state).toBe('not-modelled')
    expect(found.notModelled?.[0]).toContain(`3A001.${paragraph}`)
    expect(at({ itemForm: 'computer' }, '3A001', paragraph).state).toBe('not-met')
  })

  it.each([
    ['4A003', { itemForm: 'computer-component', partOfOtherEquipment: false }],
    ['4A090', { itemForm: 'computer-interconnect', totalProcessingPerformance: 5000 }],
  ] as [string, Parameters][])('the heading of %s', (eccn, parameters) => {
    expect(at(parameters, eccn, 'heading').state).toBe('not-modelled')
  })
})

describe('the tables', () => {
  it('shows every parameter with its words and uses', () => {
    const shown = describeTables(tables)
    expect(shown.entries.map((each) => each.eccn)).toEqual(['5A002', '3A001', '4A003', '5A992', '3A090', '4A090'])
    for (const parameter of shown.parameters) expect(parameter.usedBy.length).toBeGreaterThan(0)
    expect(shown.parameters.find((each) => each.name === 'operationBitLength')?.usedBy).toContain('3A090.a.1')
  })

  it('has Chinese where it says Chinese', () => {
    const shown = describeTables(tables)
    const wordless = [...shown.parameters.map((each) => each.help), ...shown.entries.flatMap((entry) => entry.paragraphs.map((each) => each.says))].filter(
      ({ en, zh }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en),
    )
    expect(wordless).toEqual([])
  })
})

describe.skipIf(!hasReferenceData())('against the official list', () => {
  type Official = { eccn: string; items?: { paragraph: string | null; kind: string; text: string }[] }
  const load = (): Map<string, { at: string; text: string }[]> => {
    const list = JSON.parse(gunzipSync(readFileSync(referenceFile('ear/ccl-2026-07-23.json.gz'))).toString('utf8')) as { entries: Official[] }
    return new Map(
      list.entries.map((entry) => [
        entry.eccn,
        (entry.items ?? []).flatMap(({ paragraph, kind, text }) => {
          if (kind === 'item' && paragraph !== null) return [{ at: paragraph, text }]
          const led = /^([a-z](?:\.[0-9a-z]{1,2})+) (.*)$/su.exec(text)
          return led === null ? [] : [{ at: led[1] ?? '', text: led[2] ?? '' }]
        }),
      ]),
    )
  }

  it('every paragraph of the tables is there', () => {
    const official = load()
    const strange = tables.entries.flatMap((entry) =>
      Object.keys(entry.paragraphs)
        .filter((each) => each !== 'heading' && !each.startsWith('note-') && !official.get(entry.eccn)?.some((item) => item.at === each))
        .map((each) => `${entry.eccn}.${each}`),
    )
    expect(strange).toEqual(['5A992.z'])
  })

  it.each(['3A001', '4A003', '4A090', '5A992'])('no paragraph of %s is left out', (eccn) => {
    const own = tables.entries.find((entry) => entry.eccn === eccn)?.paragraphs ?? {}
    const notHeld = new Set(['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].filter(() => eccn === '3A001'))
    const left = (load().get(eccn) ?? []).filter(
      ({ at: each, text }) =>
        own[each] === undefined && !notHeld.has(each.split('.')[0] ?? '') && !/reserved|related equipment|principal element|“technology”/i.test(text),
    )
    expect(left.map((each) => each.at)).toEqual([])
  })

  it('every limit stands in the text of its paragraph', () => {
    const official = load()
    // Powers of ten, words for numbers, a formula, and limits that the text takes from another paragraph or from its notes.
    const elsewhere = /^(4A003\.c$|3A001\.a\.(1\.|6\.|12)|5A002\.a$)/
    const wrong: string[] = []
    for (const { path, expression } of expressionsOf(tables)) {
      const [eccn = '', paragraph = ''] = [path.slice(0, 5), path.slice(6)]
      if (!/^[0-9][A-E]/.test(path) || path.includes(',') || elsewhere.test(path)) continue
      const text = (official.get(eccn) ?? [])
        .filter((item) => item.at === paragraph)
        .map((item) => item.text.replaceAll(',', '').replaceAll('−', '-'))
        .join(' ')
      const numbers = new Set([...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits)))
      visit(expression, (part) => {
        if (part.kind === 'measure' && !numbers.has(part.limit)) wrong.push(`${path}: ${part.limit} ${part.unit}`)
      })
    }
    expect(wrong).toEqual([])
  })
})
