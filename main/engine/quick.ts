/**
 * The verdict without its proof, for questions that are asked of very many cases: what a change of law would do, which
 * answer would change a verdict. It is cut short wherever the rest cannot matter, and is the verdict that
 * `determineItems` reads from the whole proof; a test holds the two together over random law and over the worked cases.
 */
import type { Verdict } from '#shared/domain/verdict.ts'
import type { FactPath, RuleId, Value } from '#shared/trace/trace.ts'
import { type DetermineOptions, namesLimb } from './determine.ts'
import { type CaseFacts, scopeOf } from './facts.ts'
import type { PreparedPack, RuleIndex } from './prepare.ts'
import {
  ASSUMED,
  ASSUMED_FALSE,
  ASSUMED_TRUE,
  FALSE,
  fromSeen,
  KNOWN,
  MISSING,
  type Reading,
  type Run,
  STUCK,
  type State,
  type Step,
  StepMaker,
  TRUE,
} from './quick-steps.ts'
import type { CompiledPack, ConclusionDeclaration, Rule } from './types.ts'

/** What a rule does in a case: the states of its condition, or it yields to another rule. */
const OVERRIDDEN = 7
type RuleState = State | typeof OVERRIDDEN

type QuickRule = {
  rule: Rule
  when: Step
  stuck: boolean
  value: Value | undefined
  overriders: QuickRule[]
  leavesOpen: boolean[]
  marks: Record<FactPath, readonly string[]>
}
type RuleList = { rules: QuickRule[]; open: boolean }
type Limb = { conclusion: number; exception: number }
/** `row`: where its states stand: among those of the item or of the case, or under each party, owner or line. */
type Conclusion = { path: FactPath; scope: string; row: 'item' | 'case' | 'many' }

/** What is the same for every day of a pack. */
type QuickPack = {
  maker: StepMaker
  conclusions: Conclusion[]
  numbers: ReadonlyMap<FactPath, number>
  limbs: Limb[]
  rules: Map<Rule, Omit<QuickRule, 'overriders'>>
  /** Rows for the states of one run, used again by the next: a run ends before another begins. */
  rows: Uint8Array[]
  /** The same for its conclusions. */
  concluded: Uint8Array[]
}

const MANY = new Set(['party', 'content', 'owner'])

const PACKS = new WeakMap<CompiledPack, QuickPack>()
const DAYS = new WeakMap<PreparedPack['rules'], QuickDay>()

function quickPack(pack: CompiledPack): QuickPack {
  let made = PACKS.get(pack)
  if (made === undefined) {
    const { reasons, requiredBy, exceptions } = pack.regime
    const conclusions = pack.conclusions.map(({ path }): Conclusion => {
      const scope = scopeOf(path)
      return { path, scope, row: MANY.has(scope) ? 'many' : scope === 'item' ? 'item' : 'case' }
    })
    const numbers = new Map(conclusions.map(({ path }, number) => [path, number]))
    const maker = new StepMaker(numbers, [reasons, requiredBy])
    const limbs = exceptions.flatMap(({ limbs: own }, exception) => own.map(({ conclusion }) => ({ conclusion: numberOf(numbers, conclusion), exception })))
    const names = exceptions.flatMap(({ symbol, limbs: own }) => own.map(({ paragraph }) => ({ symbol, paragraph })))
    const opened = new Map<string, boolean[]>()
    const leavesOpen = (list: readonly string[]): boolean[] => {
      const key = list.join('|')
      let open = opened.get(key)
      if (open === undefined) {
        open = names.map(({ symbol, paragraph }) => namesLimb(list, symbol, paragraph))
        opened.set(key, open)
      }
      return open
    }
    const rules = new Map(
      pack.rules.map((rule): [Rule, Omit<QuickRule, 'overriders'>] => [
        rule,
        {
          rule,
          when: maker.make(rule.when),
          stuck: 'notModelled' in rule.then,
          value: 'value' in rule.then ? rule.then.value : undefined,
          leavesOpen: leavesOpen(rule.effect?.exceptions ?? []),
          marks: { [reasons]: rule.effect === undefined ? [] : [rule.effect.reason], [requiredBy]: rule.cites },
        },
      ]),
    )
    made = { maker, conclusions, numbers, limbs, rules, rows: [], concluded: [] }
    PACKS.set(pack, made)
  }
  return made
}

function numberOf(numbers: ReadonlyMap<FactPath, number>, path: FactPath): number {
  const number = numbers.get(path)
  if (number === undefined) throw new Error(`the pack declares no conclusion ${path}`)
  return number
}

const NO_RULES: RuleList = { rules: [], open: false }

/** The rules in force on one day, by conclusion and control entry. */
class QuickDay {
  readonly prepared: PreparedPack
  readonly pack: QuickPack
  readonly lists: (ReadonlySet<string> | undefined)[]
  readonly #general = new Map<FactPath, RuleList>()
  readonly #byEntry = new Map<string | undefined, RuleList[]>()

  constructor(prepared: PreparedPack) {
    this.prepared = prepared
    this.pack = quickPack(prepared.pack)
    this.lists = this.pack.maker.lists.map((name) => prepared.parameters.get(name))
  }

  /** The rules to read for an entry, by the number of the conclusion; `open` when rules of single entries may be missing because the entry is not known. */
  rulesFor(eccn: string | undefined): RuleList[] {
    let made = this.#byEntry.get(eccn)
    if (made === undefined) {
      made = this.pack.conclusions.map(({ path }) => {
        const index = this.prepared.rules.get(path)
        return index === undefined ? NO_RULES : this.#list(path, index, eccn)
      })
      this.#byEntry.set(eccn, made)
    }
    return made
  }

  /** Rules of conclusions that know no single entries, or none for this one, are the same for all entries. */
  #list(path: FactPath, { general, byEccn, indexed }: RuleIndex, eccn: string | undefined): RuleList {
    const own = eccn === undefined ? [] : (byEccn.get(eccn) ?? [])
    if (own.length > 0) return { rules: this.#link([...general, ...own]), open: false }
    let list = this.#general.get(path)
    if (list === undefined) {
      list = { rules: this.#link(general), open: false }
      this.#general.set(path, list)
    }
    return eccn === undefined && indexed > 0 ? { ...list, open: true } : list
  }

  #link(rules: readonly Rule[]): QuickRule[] {
    const made = rules.map((rule): QuickRule => ({ ...(this.pack.rules.get(rule) as Omit<QuickRule, 'overriders'>), overriders: [] }))
    const byId = new Map(made.map((one) => [one.rule.id, one]))
    for (const one of made) one.overriders = (this.prepared.overriders.get(one.rule.id) ?? []).flatMap((id) => byId.get(id) ?? [])
    return made
  }
}

function quickDay(prepared: PreparedPack): QuickDay {
  let day = DAYS.get(prepared.rules)
  if (day === undefined) {
    day = new QuickDay(prepared)
    DAYS.set(prepared.rules, day)
  }
  return day
}

/** The verdict on each item of the case, in order. */
export function quickVerdicts(prepared: PreparedPack, facts: CaseFacts, options: DetermineOptions): Verdict[] {
  const run = new QuickRun(quickDay(prepared), facts)
  return facts.items.map((_, item) => run.verdict(item, options))
}

/** `applied` are the ids of the requirements and prohibitions that certainly apply; `licence` says that one of them is a licence requirement. */
export type QuickFinding = { verdict: Verdict; applied: RuleId[]; licence: boolean }

/** The verdict on each item with the rules that make it. */
export function quickFindings(prepared: PreparedPack, facts: CaseFacts, options: DetermineOptions): QuickFinding[] {
  const run = new QuickRun(quickDay(prepared), facts)
  return facts.items.map((_, item) => ({ verdict: run.verdict(item, options), ...run.applied(item) }))
}

/**
 * Those of the rules whose condition is not certainly false for the item, in force that day or not. A rule about parties,
 * owners or content counts when it is open for any of them.
 */
export function openFor(prepared: PreparedPack, facts: CaseFacts, item: number, rules: readonly Rule[]): Rule[] {
  const run = new QuickRun(quickDay(prepared), facts)
  return rules.filter((rule) => run.isOpen(item, rule))
}

class QuickRun implements Run {
  facts: CaseFacts
  item = -1
  party = -1
  content = -1
  owner = -1
  value: Value = false
  lists: readonly (ReadonlySet<string> | undefined)[]
  states: Uint8Array[]
  readonly #day: QuickDay
  readonly #declared: ReadonlyMap<FactPath, ConclusionDeclaration>
  /** The rules to read, by item. */
  readonly #rules: RuleList[][]
  /** Conclusions of the case and of its items that were reached, with their values. */
  readonly #concluded: Uint8Array[]
  readonly #values: Value[][]
  /** Those of parties, owners and lines, by item. */
  readonly #many: Map<string, { how: Reading; value: Value }>[]

  constructor(day: QuickDay, facts: CaseFacts) {
    this.#day = day
    this.#declared = day.prepared.conclusions
    this.facts = facts
    this.lists = day.lists
    const { pack } = day
    const rows = facts.items.length + 1
    this.states = cleanRows(pack.rows, rows, pack.maker.size)
    this.#concluded = cleanRows(pack.concluded, rows, pack.conclusions.length)
    this.#values = Array.from({ length: rows }, () => [])
    this.#many = Array.from({ length: rows }, () => new Map())
    this.#rules = [undefined, ...facts.items].map((item) => day.rulesFor(item?.facts.eccn === undefined ? undefined : String(item.facts.eccn.value)))
  }

  conclude = (number: number): Reading => {
    const { scope, row } = this.#day.pack.conclusions[number] as Conclusion
    if (row === 'many') return this.#concludeOfMany(number, scope)
    const at = row === 'item' ? this.item + 1 : 0
    const reached = this.#concluded[at] as Uint8Array
    const values = this.#values[at] as Value[]
    const before = reached[number] as Reading | 0
    if (before !== 0) {
      this.value = values[number] as Value
      return before
    }
    const { item, party, content, owner } = this
    this.party = this.content = this.owner = -1
    if (row === 'case') this.item = -1
    const how = this.#conclude(number)
    this.item = item
    this.party = party
    this.content = content
    this.owner = owner
    reached[number] = how
    values[number] = this.value
    return how
  }

  #concludeOfMany(number: number, scope: string): Reading {
    const { item, party, content, owner } = this
    const ofItem = this.#many[scope === 'content' ? item + 1 : 0] as Map<string, { how: Reading; value: Value }>
    const key = scope === 'party' ? `${number}|${party}` : scope === 'content' ? `${number}|${content}` : `${number}|${party}|${owner}`
    const done = ofItem.get(key)
    if (done !== undefined) {
      this.value = done.value
      return done.how
    }
    if (scope !== 'content') this.item = this.content = -1
    else this.party = -1
    if (scope !== 'owner') this.owner = -1
    const how = this.#conclude(number)
    const { value } = this
    this.item = item
    this.party = party
    this.content = content
    this.owner = owner
    ofItem.set(key, { how, value })
    return how
  }

  readBack = (fact: FactPath, wanted: readonly string[]): State => {
    const { party, content, owner } = this
    this.party = this.content = this.owner = -1
    let seen = 0
    for (const one of this.#rulesOf(this.#day.prepared.pack.regime.licence).rules)
      if ((one.marks[fact] ?? []).some((mark) => wanted.includes(mark))) seen |= 1 << asBoolean(one, this.#state(one))
    this.party = party
    this.content = content
    this.owner = owner
    return (seen & (1 << TRUE)) !== 0 ? TRUE : fromSeen(seen, TRUE)
  }

  /** The verdict on an item that is not subject: by the requirements that stand all the same. */
  #actAlone(): Verdict {
    let seen = 0
    for (const one of this.#rulesOf(this.#day.prepared.pack.regime.licence).rules) {
      if (one.rule.effect?.whateverSubject !== true) continue
      const state = this.#state(one)
      if (asBoolean(one, state) === TRUE) return 'licence-required'
      if (state !== OVERRIDDEN) seen |= 1 << state
    }
    if ((seen & ((1 << MISSING) | (1 << ASSUMED_TRUE) | (1 << ASSUMED_FALSE))) !== 0) return 'needs-information'
    return (seen & (1 << STUCK)) !== 0 ? 'needs-review' : 'not-subject'
  }

  /** As `decide` in determine.ts, reading only what the verdict needs. */
  verdict(item: number, { possibleHits }: DetermineOptions): Verdict {
    const { regime } = this.#day.prepared.pack
    this.item = item
    const subject = this.#boolean(regime.subject)
    if (subject === FALSE) return this.#actAlone()
    if (subject !== TRUE) return undecided(subject)
    const prohibited = this.#boolean(regime.prohibited)
    if (prohibited === TRUE) return 'prohibited'
    const licence = this.#boolean(regime.licence)
    if (licence === TRUE) return this.#withLicence(prohibited, possibleHits)
    if (possibleHits) return 'needs-information'
    if (licence === FALSE && prohibited === FALSE) return 'no-licence-required'
    return waits(licence) || waits(prohibited) ? 'needs-information' : 'needs-review'
  }

  /** The rules that certainly require a licence or prohibit, sorted by id. */
  applied(item: number): Pick<QuickFinding, 'applied' | 'licence'> {
    const { licence, prohibited } = this.#day.prepared.pack.regime
    this.item = item
    const certain = (path: FactPath) =>
      this.#rulesOf(path)
        .rules.filter((one) => asBoolean(one, this.#state(one)) === TRUE)
        .map(({ rule }) => rule.id)
    const required = certain(licence)
    return { applied: [...required, ...certain(prohibited)].sort(), licence: required.length > 0 }
  }

  isOpen(item: number, rule: Rule): boolean {
    const when = this.#day.pack.rules.get(rule)?.when
    if (when === undefined) throw new Error(`the pack does not hold the rule ${rule.id}`)
    const subjects = subjectsOf(scopeOf(rule.concludes), item, this.facts)
    const open = subjects.some((subject) => {
      Object.assign(this, { item, party: -1, content: -1, owner: -1 }, subject)
      return when(this) !== FALSE
    })
    this.party = this.content = this.owner = -1
    return open
  }

  #withLicence(prohibited: State, possibleHits: boolean): Verdict {
    const { pack, prepared } = this.#day
    const { licence, exceptionsBarred } = prepared.pack.regime
    const shut = new Uint8Array(pack.limbs.length)
    let left = shut.length
    let firstUndecided: State | undefined
    let furtherOpen = false
    for (const one of this.#rulesOf(licence).rules) {
      if (one.value === false) continue
      const state = this.#state(one)
      if (state === TRUE || state === ASSUMED_TRUE) left -= shutBy(one, shut)
      if (left === 0) return 'licence-required'
      if (state === MISSING || state === STUCK) firstUndecided ??= state
      if (state !== TRUE && state !== FALSE && state !== OVERRIDDEN) furtherOpen = true
    }
    const openBar = new Uint8Array(shut.length)
    const waitingBar = new Uint8Array(shut.length)
    for (const one of this.#rulesOf(exceptionsBarred).rules) {
      if (one.value === false) continue
      const state = this.#state(one)
      if (state === FALSE || state === ASSUMED_FALSE || state === OVERRIDDEN) continue
      if (state === TRUE && one.value === true) {
        left -= shutBy(one, shut)
        if (left === 0) return 'licence-required'
        continue
      }
      for (let limb = 0; limb < shut.length; limb++)
        if (!one.leavesOpen[limb]) {
          openBar[limb] = 1
          if (waits(state)) waitingBar[limb] = 1
        }
    }
    return this.#withExceptions({ shut, openBar, waitingBar }, prohibited, { furtherOpen, firstUndecided, possibleHits })
  }

  #withExceptions(
    { shut, openBar, waitingBar }: Record<'shut' | 'openBar' | 'waitingBar', Uint8Array>,
    prohibited: State,
    { furtherOpen, firstUndecided, possibleHits }: { furtherOpen: boolean; firstUndecided: State | undefined; possibleHits: boolean },
  ): Verdict {
    const { limbs } = this.#day.pack
    const relied = new Set<number>()
    const available = new Set<number>()
    let waitsForBar = false
    limbs.forEach(({ conclusion, exception }, limb) => {
      if (shut[limb] === 1 || this.#booleanOf(conclusion) !== TRUE) return
      relied.add(exception)
      if (openBar[limb] === 0) available.add(exception)
      else if (waitingBar[limb] === 1) waitsForBar = true
    })
    if (relied.size === 0) return 'licence-required'
    if (prohibited === FALSE && !furtherOpen && !possibleHits && available.size > 0) return 'exception-available'
    if (possibleHits || waitsForBar || waits(prohibited) || (firstUndecided !== undefined && waits(firstUndecided))) return 'needs-information'
    const waiting = limbs.some(({ conclusion, exception }) => relied.has(exception) && !available.has(exception) && waits(this.#booleanOf(conclusion)))
    return waiting ? 'needs-information' : 'needs-review'
  }

  /** The state of a conclusion that is true or false. */
  #boolean(path: FactPath): State {
    return this.#booleanOf(numberOf(this.#day.pack.numbers, path))
  }

  #booleanOf(number: number): State {
    const how = this.conclude(number)
    return how === MISSING || how === STUCK ? how : ((how + (this.value === true ? 0 : 1)) as State)
  }

  #conclude(number: number): Reading {
    const declaration = this.#declared.get((this.#day.pack.conclusions[number] as Conclusion).path) as ConclusionDeclaration
    const list = this.#rules[this.item + 1]?.[number] ?? NO_RULES
    return declaration.combine === 'any' ? this.#any(list) : this.#single(list, declaration)
  }

  #any({ rules, open }: RuleList): Reading {
    let seen = open ? 1 << MISSING : 0
    for (let i = 0; i < rules.length; i++) {
      const one = rules[i] as QuickRule
      const state = asBoolean(one, this.#state(one))
      if (state === TRUE) return this.#answer(KNOWN, true)
      seen |= 1 << state
    }
    const state = fromSeen(seen, TRUE)
    if (state === MISSING || state === STUCK) return state
    return state === FALSE ? this.#answer(KNOWN, false) : this.#answer(ASSUMED, state === ASSUMED_TRUE)
  }

  #single({ rules, open }: RuleList, { otherwise }: ConclusionDeclaration): Reading {
    let first: Value | undefined
    let firstKnown = false
    let anyKnown: Value | undefined
    let same = true
    let assumedAway = false
    let undecidedSeen = 0
    const waiting: QuickRule[] = []
    for (const one of rules) {
      const state = this.#state(one)
      if (state === TRUE || state === ASSUMED_TRUE) {
        if (first === undefined) {
          first = one.value as Value
          firstKnown = state === TRUE
        } else if (one.value !== first) same = false
        if (state === TRUE && anyKnown === undefined) anyKnown = one.value
      } else if (state === ASSUMED_FALSE) assumedAway = true
      else if (state === MISSING || state === STUCK) {
        undecidedSeen |= 1 << state
        waiting.push(one)
      }
    }
    if (!open && first !== undefined && firstKnown && same && waiting.every(({ value }) => value === first))
      return this.#answer(assumedAway ? ASSUMED : KNOWN, first)
    if (waiting.length > 0 || open) return open || (undecidedSeen & (1 << MISSING)) !== 0 ? MISSING : STUCK
    if (first === undefined) return otherwise === undefined ? STUCK : this.#answer(assumedAway ? ASSUMED : KNOWN, otherwise)
    if (!same) return STUCK
    return anyKnown === undefined ? this.#answer(ASSUMED, first) : this.#answer(KNOWN, anyKnown)
  }

  #answer(how: typeof KNOWN | typeof ASSUMED, value: Value): Reading {
    this.value = value
    return how
  }

  #rulesOf(path: FactPath): RuleList {
    return this.#rules[this.item + 1]?.[numberOf(this.#day.pack.numbers, path)] ?? NO_RULES
  }

  /** The state of a rule; it yields to one that overrides it and certainly applies, and is open while that is open. */
  #state(one: QuickRule): RuleState {
    const own = this.#own(one)
    if (one.overriders.length === 0 || own === FALSE || own === ASSUMED_FALSE) return own
    let open = 0
    for (const other of one.overriders) {
      const state = this.#own(other)
      if (state === TRUE) return OVERRIDDEN
      if (state !== FALSE) open |= 1 << (state === STUCK ? STUCK : MISSING)
    }
    if (open === 0) return own
    return (open & (1 << MISSING)) !== 0 || own === MISSING ? MISSING : STUCK
  }

  #own({ when, stuck }: QuickRule): State {
    const state = when(this)
    return stuck && (state === TRUE || state === ASSUMED_TRUE) ? STUCK : state
  }
}

function cleanRows(rows: Uint8Array[], count: number, size: number): Uint8Array[] {
  while (rows.length < count) rows.push(new Uint8Array(size))
  for (let i = 0; i < count; i++) rows[i]?.fill(0)
  return rows
}

/** What a rule adds to an `any` conclusion. */
function asBoolean({ value }: QuickRule, state: RuleState): State {
  if (state === OVERRIDDEN || value === false) return FALSE
  return (state === TRUE || state === ASSUMED_TRUE) && value !== true ? FALSE : state
}

/** What rules of a scope are read for; while not all of them are named, also one of which nothing is known. */
function subjectsOf(scope: string, item: number, { items, parties, partiesComplete }: CaseFacts): Partial<Pick<Run, 'party' | 'content' | 'owner'>>[] {
  const more = (complete: boolean | undefined) => (complete === true ? [] : [{}])
  switch (scope) {
    case 'party':
      return [...parties.map((_, party) => ({ party })), ...more(partiesComplete)]
    case 'content': {
      const content = items[item]?.content
      return [...(content?.lines ?? []).map((_, line) => ({ content: line })), ...more(content?.complete)]
    }
    case 'owner':
      return parties.flatMap(({ owners }, party) => [...(owners?.lines ?? []).map((_, owner) => ({ party, owner })), ...more(owners?.complete)])
    default:
      return [{}]
  }
}

/** Shuts the limbs that a requirement or bar does not leave open, and says how many were open before. */
function shutBy({ leavesOpen }: QuickRule, shut: Uint8Array): number {
  let closed = 0
  for (let limb = 0; limb < shut.length; limb++)
    if (!leavesOpen[limb] && shut[limb] === 0) {
      shut[limb] = 1
      closed++
    }
  return closed
}

/** Whether facts could settle it: some are missing, or only assumed. */
const waits = (state: State | RuleState): boolean => state === MISSING || state === ASSUMED_TRUE || state === ASSUMED_FALSE

const undecided = (state: State): Verdict => (waits(state) ? 'needs-information' : 'needs-review')
