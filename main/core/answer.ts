/**
 * Words for what the engine found: the determination as the contract states it, read from the proofs and from the rules
 * that they name. No law here and no decision: only who says what, where it is written, and what is still open.
 */
import { type ExceptionFinding, type ItemFinding, type LimbFinding, reachesAct } from '#main/engine/determine.ts'
import type { ConclusionTrace } from '#main/engine/evaluate.ts'
import { type CaseFacts, splitPath } from '#main/engine/facts.ts'
import { lookupOf } from '#main/engine/lookup.ts'
import { isKnown, isUndecided } from '#main/engine/outcome.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import { keyOf } from '#main/engine/solves.ts'
import { isRange } from '#main/engine/test-operators.ts'
import type { Caution, ExceptionDeclaration } from '#main/engine/types.ts'
import { settledWithout } from '#main/engine/unasked.ts'
import type {
  Cited,
  Determination,
  ExceptionLimb,
  ExceptionStatus,
  ItemAnswer,
  NotAsked,
  NotModelled,
  Question,
  Requirement,
} from '#shared/domain/determination.ts'
import { verdictWords } from '#shared/text/verdict-words.ts'
import type { FactRef, Lang, RuleTrace, Subject, Value, Words } from '#shared/trace/trace.ts'
import { type AnswerContext, applied, ruleOf } from './answer-context.ts'
import { contentAnswer } from './content-answer.ts'
import { prohibitionLines } from './prohibition-lines.ts'
import { coreWords } from './words.ts'

type AboutFacts = Pick<Determination, 'items' | 'questions' | 'solves' | 'notAsked' | 'notModelled' | 'conflicts' | 'assumptions'>

/** The parts of a determination that come from the items' proofs. */
export function answerFromFindings(findings: readonly ItemFinding[], context: AnswerContext): AboutFacts {
  const open = distinctRefs(findings.flatMap(({ open }) => open))
  const asked = new Set(open.map(keyOf))
  return {
    items: findings.map((finding, i) => itemAnswer(finding, i, context)),
    questions: inPackOrder(open, context).map((ref) => question(ref, context)),
    solves: solvesOf(findings, open),
    notAsked: notAsked(findings, asked, context),
    notModelled: findings.flatMap((finding) => notModelled(finding, context)),
    conflicts: findings.flatMap((finding) => conflicts(finding, context)),
    assumptions: assumptions(context),
  }
}

function itemAnswer(finding: ItemFinding, i: number, context: AnswerContext): ItemAnswer {
  const item = context.file.items[i]
  const subject = !isKnown(finding.subject.outcome, false)
  const reached = (parts: RuleTrace[]) => parts.filter((part) => subject || reachesAct(part, context.prepared))
  const required = reached(applied(finding.licence))
  const requirements = required.map((part) => requirement(part, context))
  const prohibitions = applied(finding.prohibited).map((part) => requirement(part, context))
  const policy = [...required, ...applied(finding.prohibited), ...reached(applied(finding.policy))].flatMap((part) =>
    (ruleOf(part.id, context).effect?.policy ?? []).map(({ code, says, cite }) => ({ code, says: says[context.lang], cite })),
  )
  const duties = applied(finding.duties).flatMap((part) => (ruleOf(part.id, context).effect?.duties ?? []).map((duty) => inLanguage(duty, context.lang)))
  return {
    id: finding.item,
    description: item?.description ?? '',
    eccn: item?.eccn ?? '',
    outcome: finding.verdict,
    says: itemSentence(finding, requirements, prohibitions, context),
    requirements: finding.verdict === 'not-subject' ? [] : requirements,
    prohibitions: finding.verdict === 'not-subject' ? [] : prohibitions,
    exceptions: finding.exceptions.map((exception) => exceptionStatus(exception, context)),
    policy: finding.verdict === 'not-subject' ? [] : distinct(policy, ({ says, cite }) => `${says}|${cite}`),
    duties: finding.verdict === 'not-subject' ? [] : distinct(duties, ({ says, cite }) => `${says}|${cite}`),
    generalProhibitions: prohibitionLines(finding, context),
    ...(context.content[i] === undefined ? {} : { content: contentAnswer(context.content[i], i, context) }),
  }
}

function requirement(part: RuleTrace, { prepared, lang }: AnswerContext): Requirement {
  const rule = prepared.ruleById.get(part.id)
  if (rule === undefined) throw new Error(`the proof names the rule ${part.id}, which the pack does not hold`)
  const column = rule.effect?.column
  return {
    rule: rule.id,
    cite: rule.cites.join('; '),
    reason: rule.effect?.reason ?? '',
    ...(column === undefined ? {} : { column }),
    says: rule.says[lang],
    prohibition: rule.effect?.prohibition ?? 0,
    cautions: cautionsOn(rule.cautions, prepared.asOf, lang),
  }
}

/** The cautions of a rule or an exception that hold on the day of the case. */
function cautionsOn(cautions: readonly Caution[], day: string, lang: Lang): Cited[] {
  return cautions
    .filter(({ from, until }) => (from === undefined || from <= day) && (until === undefined || day <= until))
    .map(({ says, cite }) => ({ says: says[lang], cite }))
}

const inLanguage = <T extends { says: Words; cite: string }>(one: T, lang: Lang): Omit<T, 'says'> & Cited => ({ ...one, says: one.says[lang] })

function itemSentence(finding: ItemFinding, requirements: Requirement[], prohibitions: Requirement[], context: AnswerContext): string {
  const { lang } = context
  const words = coreWords(lang)
  const verdict = verdictWords(finding.verdict, lang)
  switch (finding.verdict) {
    case 'prohibited':
      return words.because(verdict, prohibitions[0]?.says ?? '')
    case 'licence-required':
      return words.requiredFor(verdict, [...new Set(requirements.map(({ reason, column }) => column ?? reason))])
    case 'exception-available':
      return words.exceptions(
        verdict,
        finding.exceptions.filter(({ status }) => status === 'available').map(({ symbol }) => symbol),
      )
    case 'needs-information':
      return finding.open.length === 0 ? words.undecidedHit(verdict) : words.questionsOpen(verdict, finding.open.length)
    case 'needs-review':
      return words.review(verdict)
    case 'no-licence-required':
      return words.none(verdict)
    case 'not-subject':
      return `${verdict}${words.stop}`
  }
}

function exceptionStatus(finding: ExceptionFinding, context: AnswerContext): ExceptionStatus {
  const { lang, prepared } = context
  const declared = prepared.pack.regime.exceptions.find(({ symbol }) => symbol === finding.symbol)
  if (declared === undefined) throw new Error(`the finding names the exception ${finding.symbol}, which the pack does not declare`)
  const limbs = finding.limbs.map((limb): ExceptionLimb => limbAnswer(limb, declared, context))
  const best = limbs.find(({ status }) => status === finding.status)
  const open = finding.status === 'needs-information'
  return {
    symbol: finding.symbol,
    title: declared.title[lang],
    status: finding.status,
    cite: best?.cite ?? declared.cite,
    says: best?.says ?? '',
    missing: open ? [...new Set(limbs.flatMap((limb) => (limb.status === finding.status ? limb.missing : [])))] : [],
    limbs: limbs.length === 1 && limbs[0]?.paragraph === '' ? [] : limbs,
    duties: finding.status === 'unavailable' ? [] : declared.duties.map((duty) => inLanguage(duty, lang)),
    cautions: finding.status === 'unavailable' ? [] : cautionsOn(declared.cautions, prepared.asOf, lang),
  }
}

function limbAnswer(limb: LimbFinding, declared: ExceptionDeclaration, context: AnswerContext): ExceptionLimb {
  const { lang, prepared } = context
  const words = coreWords(lang)
  const own = declared.limbs.find(({ paragraph }) => paragraph === limb.paragraph)
  const blocking = limb.blockedBy === undefined ? undefined : prepared.ruleById.get(limb.blockedBy)
  const byTerms = blocking?.concludes === own?.conclusion
  const missing = distinctRefs(limb.missing)
  const says =
    limb.status === 'available'
      ? words.exceptionMet
      : limb.status === 'needs-information'
        ? missing.length === 0
          ? words.exceptionNotModelled
          : words.exceptionOpen(missing.map((ref) => label(ref, context)))
        : blocking === undefined
          ? words.exceptionNotMet
          : byTerms
            ? words.exceptionTermsNotMet(blocking.says[lang])
            : words.exceptionBarred(blocking.says[lang])
  return {
    paragraph: limb.paragraph,
    title: own?.says[lang] ?? '',
    status: limb.status,
    cite: blocking !== undefined && !byTerms ? (blocking.cites[0] ?? '') : `${declared.cite}${limb.paragraph}`,
    says,
    missing: missing.map(({ path }) => path),
  }
}

/** The dictionary's order is the order in which its authors would ask. */
function inPackOrder(refs: readonly FactRef[], { prepared }: AnswerContext): FactRef[] {
  const { place } = lookupOf(prepared.pack)
  return [...refs].sort((a, b) => (place.get(a.path) ?? Number.MAX_SAFE_INTEGER) - (place.get(b.path) ?? Number.MAX_SAFE_INTEGER))
}

function question(ref: FactRef, context: AnswerContext): Question {
  const { prepared, lang, facts } = context
  const declaration = prepared.facts.get(ref.path)
  if (declaration === undefined) throw new Error(`the proof waits for ${ref.path}, which the pack does not declare`)
  return {
    fact: ref.path,
    of: ref.of,
    ask: declaration.ask[lang],
    why: declaration.why[lang],
    cite: declaration.cite,
    type: declaration.type,
    choices: (declaration.choices ?? []).map((choice) => ({ value: choice.value, label: choice.label[lang] })),
    assumed: givenFor(ref, facts)?.state === 'assumed',
  }
}

function givenFor({ path, of }: FactRef, facts: CaseFacts) {
  const dot = path.indexOf('.')
  const name = path.slice(dot + 1)
  const scope = path.slice(0, dot)
  if (scope === 'item') return facts.items.find(({ id }) => id === of.item)?.facts[name]
  if (scope === 'party') return facts.parties.find((party) => party.name === of.party)?.facts[name]
  return scope === 'transaction' || scope === 'endUse' || scope === 'case' ? facts[scope][name] : undefined
}

function solvesOf(findings: readonly ItemFinding[], open: readonly FactRef[]): Determination['solves'] {
  const byKey = new Map(open.map((ref) => [keyOf(ref), ref]))
  const sets = findings.flatMap(({ solves }) => solves())
  return sets
    .filter((set) => set.every((key) => byKey.has(key)))
    .slice(0, 10)
    .map((set) => set.map((key) => byKey.get(key) as FactRef).map(({ path, of }) => ({ fact: path, of })))
}

function notAsked(findings: readonly ItemFinding[], asked: ReadonlySet<string>, context: AnswerContext): NotAsked[] {
  const words = coreWords(context.lang)
  const found = new Map<string, NotAsked>()
  const add = (ref: FactRef, why: string, by = '', cite = '') => {
    const key = keyOf(ref)
    const declaration = context.prepared.facts.get(ref.path)
    if (!asked.has(key) && !found.has(key) && declaration !== undefined)
      found.set(key, { fact: ref.path, of: ref.of, ask: declaration.ask[context.lang], why, by, cite })
  }
  for (const finding of findings) {
    for (const ref of finding.later) add(ref, words.later)
    for (const { ref, rule } of finding.outweighed) add(ref, words.outweighed(ruleOf(rule, context).cites[0] ?? rule))
    for (const { refs, rule, by } of settledWithout(finding.proofs, context.prepared, context.facts, new Set([...asked, ...found.keys()]))) {
      const cite = ruleOf(rule, context).cites[0] ?? rule
      const test = by === undefined ? '' : describeTest(by, context)
      const why = test === '' ? words.settled(cite) : words.settledBy(cite, test)
      for (const ref of refs) add(ref, why, test, cite)
    }
  }
  for (const ref of unclaimedFacts(context)) add(ref, words.notClaimed)
  return [...found.values()]
}

/** Facts that only relieve and that the case does not claim, of each item and party that does not. */
function unclaimedFacts({ prepared, file }: AnswerContext): FactRef[] {
  const { transaction } = file
  return lookupOf(prepared.pack).relieving.flatMap((path): FactRef[] => {
    const { scope, name } = splitPath(path)
    if (scope === 'item') return file.items.filter(({ facts }) => !(name in facts)).map(({ id }) => ({ path, of: { item: id } }))
    if (scope === 'party') return file.parties.filter(({ facts }) => !(name in facts)).map((party) => ({ path, of: { party: party.name } }))
    const stated = scope === 'transaction' ? transaction.facts : scope === 'endUse' ? transaction.endUse.facts : {}
    return name in stated || path in file.facts ? [] : [{ path, of: {} }]
  })
}

/** The test that settled a rule, as a short phrase: which fact, what it was found to be, and against what. */
function describeTest(
  test: { ref: FactRef; found: ConclusionTrace['outcome']; against: unknown; parameter?: string; outcome: { state: string; value?: unknown } },
  context: AnswerContext,
): string {
  const words = coreWords(context.lang)
  const found = isUndecided(test.found) ? words.unknown : showFact(test.ref, test.found.value, context)
  const list = test.parameter === undefined ? undefined : lookupOf(context.prepared.pack).parameters.get(test.parameter)
  const subject = `${label(test.ref, context)}${words.colon}${found}`
  if (list === undefined) return subject
  const inside = test.outcome.state === 'known' && test.outcome.value === true
  return words.inList(subject, list.says[context.lang], inside)
}

/** A fact's or conclusion's name in words. */
export function label(ref: FactRef, { prepared, lang }: AnswerContext): string {
  const { reasons, requiredBy } = prepared.pack.regime
  const own = ref.path === reasons ? coreWords(lang).reasons : ref.path === requiredBy ? coreWords(lang).requiredBy : undefined
  const name = own ?? prepared.facts.get(ref.path)?.label[lang] ?? prepared.conclusions.get(ref.path)?.says[lang] ?? ref.path
  const { item, line, party } = ref.of
  const words = coreWords(lang)
  const whose = party ?? (item === undefined ? undefined : line === undefined ? words.item(item) : words.line(item, line))
  return whose === undefined ? name : coreWords(lang).of(name, whose)
}

/** A choice is shown by its label, everything else as it is. */
function showFact({ path }: FactRef, value: Value, { prepared, lang }: AnswerContext): string {
  const choice = prepared.facts.get(path)?.choices?.find((one) => one.value === value)
  return choice?.label[lang] ?? showValue(value, lang)
}

function showValue(value: Value, lang: Lang): string {
  const words = coreWords(lang)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (isRange(value)) return words.range(value.min, value.max)
  if (typeof value === 'object') return value.is.length === 0 ? words.nothing : value.is.join(', ')
  return value === '' ? words.nothing : String(value)
}

/** Law that the rules read here leave out: what could matter, and what was left out of rules that applied. */
function notModelled(finding: ItemFinding, context: AnswerContext): NotModelled[] {
  const { lang } = context
  const of: Subject = { item: finding.item }
  const found: NotModelled[] = []
  const decided = finding.verdict === 'prohibited' || finding.verdict === 'licence-required' || finding.verdict === 'not-subject'
  for (const conclusion of [
    finding.subject,
    finding.prohibited,
    finding.licence,
    finding.barred,
    finding.policy,
    finding.duties,
    ...finding.exceptions.flatMap(({ limbs }) => limbs.map(({ proof }) => proof)),
  ]) {
    for (const part of conclusion.parts) {
      const rule = ruleOf(part.id, context)
      const cite = rule.cites[0] ?? ''
      if (part.applied === 'undecided' && isUndecided(part.outcome))
        for (const words of part.outcome.what) found.push({ rule: rule.id, says: words[lang], cite, of, mayMatter: !decided })
      if (part.applied === 'yes') for (const words of rule.notModelled) found.push({ rule: rule.id, says: words[lang], cite, of, mayMatter: false })
    }
  }
  return distinct(found, ({ rule, says }) => `${rule}|${says}`)
}

function conflicts(finding: ItemFinding, context: AnswerContext): Determination['conflicts'] {
  return finding.proofs.flatMap(({ outcome, path, of }) =>
    isUndecided(outcome) && outcome.state === 'conflict'
      ? [{ rules: outcome.between, says: coreWords(context.lang).conflict(label({ path, of }, context), outcome.between), of }]
      : [],
  )
}

function assumptions(context: AnswerContext): Determination['assumptions'] {
  const { facts } = context
  const scopes = [facts.transaction, facts.endUse, facts.case, ...facts.items.map((item) => item.facts), ...facts.parties.map((party) => party.facts)]
  return scopes.flatMap((scope) =>
    Object.values(scope).flatMap((value) =>
      value.state === 'assumed' ? value.from.map((ref) => ({ fact: ref.path, of: ref.of, value: showFact(ref, value.value, context) })) : [],
    ),
  )
}

function distinctRefs(refs: readonly FactRef[]): FactRef[] {
  return distinct(refs, keyOf)
}

function distinct<T>(values: readonly T[], key: (value: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const value of values) {
    const own = key(value)
    if (!seen.has(own)) seen.set(own, value)
  }
  return [...seen.values()]
}

/** Words of every rule, fact and list that proofs name, for showing them. */
export function proofWords(
  proofs: readonly ConclusionTrace[],
  prepared: PreparedPack,
): Record<'rules' | 'facts' | 'parameters', Record<string, { says: Words; cites: string[] }>> {
  const rules: Record<string, { says: Words; cites: string[] }> = {}
  for (const proof of proofs)
    for (const { id } of proof.parts) {
      const rule = prepared.ruleById.get(id)
      if (rule !== undefined) rules[id] = { says: rule.says, cites: rule.cites }
    }
  const facts = Object.fromEntries([
    ...prepared.pack.facts.map((fact) => [fact.path, { says: fact.label, cites: [fact.cite] }]),
    ...prepared.pack.conclusions.map((conclusion) => [conclusion.path, { says: conclusion.says, cites: [] }]),
  ])
  const parameters = Object.fromEntries(prepared.pack.parameters.map((parameter) => [parameter.name, { says: parameter.says, cites: parameter.cites }]))
  return { rules, facts, parameters }
}
