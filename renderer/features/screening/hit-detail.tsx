/** One hit beside the query: field by field, the score as a stacked bar of its named parts, the listing in full. */
import { type Say, useSay } from '#renderer/client/words.ts'
import { Notice, Pairs, Section, Tag } from '#renderer/ui/block.tsx'
import { useCountryName } from '#renderer/ui/country-field.tsx'
import { ListOpener } from '#renderer/ui/panes.tsx'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import { listingState } from '#shared/domain/listing-state.ts'
import { OFAC_LISTS, ofacLikeScore } from '#shared/domain/ofac-like-score.ts'
import { type Hit, SCORE_FEATURES, type ScreenQuery, type Suspension } from '#shared/domain/screening.ts'
import alerts from './alerts.module.css'
import { type Agreement, barOf, compareFields } from './compare.ts'
import css from './screening.module.css'
import { triageOf } from './triage.ts'

const MARK = { agree: 'yes', near: 'assumed', differ: 'no', unknown: 'unknown' } as const
const KINDS = ['person', 'entity', 'vessel', 'aircraft', 'unknown'] as const

function useFeatureName(): (feature: string) => string {
  const say = useSay()
  return (feature) => {
    const known = SCORE_FEATURES.find((one) => one === feature)
    return known ? say(`screening:feature.${known}`) : feature
  }
}

export function Comparison({ query, hit }: { query: ScreenQuery; hit: Hit }) {
  const say = useSay()
  const country = useCountryName()
  const show = (field: string, text: string) => {
    if (text === '') return <span className={css.unknown}>{say('screening:unknown')}</span>
    if (field === 'country') return text.split(', ').map(country).join(', ')
    const kind = field === 'kind' ? KINDS.find((one) => one === text) : undefined
    return kind ? say(`screening:kind.${kind}`) : text
  }
  return (
    <table className={css.compare} data-testid="comparison">
      <thead>
        <tr>
          <th scope="col">{say('screening:compare.field')}</th>
          <th scope="col">{say('screening:compare.query')}</th>
          <th scope="col">{say('screening:compare.listing')}</th>
          <th scope="col">{say('screening:compare.agreement')}</th>
        </tr>
      </thead>
      <tbody>
        {compareFields(query, hit).map((row) => (
          <tr key={row.field} data-state={row.state}>
            <th scope="row">{say(`screening:field.${row.field}`)}</th>
            <td>{show(row.field, row.query)}</td>
            <td>{show(row.field, row.listing)}</td>
            <td>
              <span className={css.agreement} data-state={row.state}>
                <StateMark state={MARK[row.state]} label={say(`screening:${row.state satisfies Agreement}`)} /> {say(`screening:${row.state}`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SHADES = 5

export function Score({ hit }: { hit: Pick<Hit, 'score' | 'why'> }) {
  const say = useSay()
  const name = useFeatureName()
  const bar = barOf(hit)
  const points = Math.round(hit.score * 100)
  const shadeOf = (part: number): string => (bar.find((one) => one.part === part)?.lowers ? 'lowers' : String(part % SHADES))
  const nameOf = (part: number): string => name(hit.why[part]?.feature ?? '')
  return (
    <Section title={say('screening:score')} note={say('screening:score.says', { score: points })}>
      <div
        className={css.bar}
        role="img"
        aria-label={`${points}: ${bar.map((one) => `${nameOf(one.part)} ${one.lowers ? '−' : ''}${one.points.toFixed(0)}`).join(', ')}`}
        data-testid="score-bar"
      >
        {bar.map((one) => (
          <span
            key={one.part}
            style={{ left: `${one.from}%`, width: `${one.points}%` }}
            data-shade={shadeOf(one.part)}
            title={`${nameOf(one.part)}: ${one.points.toFixed(1)}`}
          />
        ))}
      </div>
      <table className={css.parts}>
        <thead>
          <tr>
            <th scope="col">{say('screening:score.part')}</th>
            <th scope="col" className={css.number}>
              {say('screening:score.weight')}
            </th>
            <th scope="col" className={css.number}>
              {say('screening:score.fit')}
            </th>
            <th scope="col">{say('screening:score.met')}</th>
          </tr>
        </thead>
        <tbody>
          {hit.why.map((part, at) => (
            <tr key={`${part.feature}${part.query}${part.candidate}`}>
              <td>
                <span className={css.key} data-shade={part.weight * part.score === 0 ? undefined : shadeOf(at)} /> {name(part.feature)}
              </td>
              <td className={css.number}>{part.weight.toFixed(2)}</td>
              <td className={css.number}>{part.score.toFixed(2)}</td>
              <td>
                {part.query || '–'} <span className={css.unknown}>~</span> {part.candidate || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** What OFAC's own tool would about say, for hits on its lists: officers are asked why the two differ. */
function OfacLikeScore({ query, hit }: { query: ScreenQuery; hit: Hit }) {
  const say = useSay()
  if (!OFAC_LISTS.has(hit.list)) return null
  const names = [hit.name, ...hit.listing.names, ...hit.listing.weakNames]
  const score = Math.round(Math.max(...names.map((name) => ofacLikeScore(query.name, name))) * 100)
  return (
    <p className={css.beside} data-testid="ofac-like-score">
      {say('screening:score.ofac', { score })}
    </p>
  )
}

const lines = (values: string[]): string => values.join('\n')

const suspensionText = ({ from, until, citation }: Suspension, say: Say): string =>
  [until === '' ? say('screening:suspended.open', { from }) : say('screening:suspended.until', { from, until }), citation]
    .filter((text) => text !== '')
    .join(' · ')

/** Says when the listing had no effect on the day; nothing while it stands. */
function StateOnDay({ hit, day }: { hit: Hit; day: string }) {
  const say = useSay()
  const found = listingState(hit.listing, day)
  if (found.state === 'in-force') return null
  const body =
    found.state === 'suspended'
      ? suspensionText(found, say)
      : found.state === 'ended'
        ? say('screening:state.ended.body', found)
        : say('screening:state.not-yet.body', found)
  return (
    <Notice tone="warning" title={say(`screening:state.${found.state}`, { day })} testId="listing-state">
      {body}
    </Notice>
  )
}

/** Says that nothing but the address makes it a hit. */
function ByAddress({ query, hit }: { query: ScreenQuery; hit: Hit }) {
  const say = useSay()
  if (hit.by !== 'address') return null
  return (
    <Notice tone="warning" title={say('screening:byAddress')} testId="by-address">
      {say('screening:byAddress.says', { party: query.name, listed: hit.name })}
    </Notice>
  )
}

export function ListingFull({ hit }: { hit: Hit }) {
  const say = useSay()
  const { listing } = hit
  const rows: [string, string][] = [
    [say('screening:listing.primary'), hit.name],
    [say('screening:listing.names'), listing.names.filter((name) => name !== hit.name).join(' · ')],
    [say('screening:listing.weak'), listing.weakNames.join(' · ')],
    [say('screening:listing.programmes'), listing.programmes.join(', ')],
    [say('screening:listing.requirement'), listing.licenceRequirement],
    [say('screening:listing.policy'), listing.licencePolicy],
    [say('screening:listing.citation'), listing.citation],
    [say('screening:listing.start'), listing.startDate],
    [say('screening:listing.end'), listing.endDate ?? ''],
    [say('screening:listing.suspensions'), lines((listing.suspensions ?? []).map((one) => suspensionText(one, say)))],
    [say('screening:listing.relations'), lines((listing.relations ?? []).map(({ says, name }) => `${says}: ${name}`))],
    [say('screening:listing.footnotes'), listing.footnotes.join(', ')],
    [say('screening:listing.remarks'), listing.remarks],
    [say('screening:listing.url'), listing.url],
    [say('screening:listing.fields'), lines(Object.entries(listing.fields ?? {}).map(([name, value]) => `${name}: ${value}`))],
    [say('screening:listing.entry'), `${hit.list} ${hit.entry}`],
    [say('screening:listing.source'), hit.source.contentDate],
  ]
  return (
    <Section title={say('screening:listing')}>
      <Pairs rows={rows.filter(([, value]) => value !== '')} />
    </Section>
  )
}

/** `day`: the day on which the listing's state is asked for, the case's or today. */
/** What to look at first, in order: the list, the type, how much of the name met, and every other data point. */
function TriageSteps({ query, hit }: { query: ScreenQuery; hit: Hit }) {
  const say = useSay()
  const { type, met, words, data } = triageOf(query, hit)
  return (
    <ol className={alerts.triage} aria-label={say('screening:triage')} data-testid="triage">
      <li>
        <small>{say('screening:triage.list')}</small>
        {hit.list} · {hit.source.contentDate}
      </li>
      <li>
        <small>{say('screening:triage.type')}</small>
        <StateMark state={MARK[type]} label={say(`screening:${type}`)} /> {say(`screening:kind.${hit.kind}`)}
      </li>
      <li>
        <small>{say('screening:triage.name')}</small>
        {say('screening:triage.words', { met, words })}
      </li>
      <li>
        <small>{say('screening:triage.data')}</small>
        {say('screening:triage.points', data)}
      </li>
    </ol>
  )
}

/** `opener`: whether the head has the button that opens the list where it is a drawer. */
export function HitDetail({ query, hit, day, opener = true }: { query: ScreenQuery; hit: Hit; day: string; opener?: boolean }) {
  return (
    <>
      <header className={css.hitHead}>
        {opener ? <ListOpener /> : null}
        <Tag>{hit.list}</Tag>
        <h1>{hit.name}</h1>
        <span className={css.points}>{Math.round(hit.score * 100)}</span>
      </header>
      <StateOnDay hit={hit} day={day} />
      <ByAddress query={query} hit={hit} />
      <TriageSteps query={query} hit={hit} />
      <Comparison query={query} hit={hit} />
      <Score hit={hit} />
      <OfacLikeScore query={query} hit={hit} />
      <ListingFull hit={hit} />
    </>
  )
}
