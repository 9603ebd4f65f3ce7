/** The arithmetic in the open: sum, value, division, limit, and what would tip it. */
import { useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import type { ContentAnswer, ContentTip } from '#shared/domain/determination.ts'
import { percent, ShareAxis, useShareWords } from './axis.tsx'
import css from './content.module.css'
import { grouped } from './lines.ts'

const TONES = { true: 'red', false: 'green', null: 'amber' } as const
const RESULTS = { true: 'cases:content.above', false: 'cases:content.within', null: 'cases:content.undecided' } as const

/** Whether the share is above the limit, as far as it is known. */
export function ResultTag({ content }: { content: ContentAnswer }) {
  const say = useSay()
  const key = String(content.above) as keyof typeof TONES
  return (
    <span data-testid="content-result" data-above={key}>
      <Tag tone={TONES[key]}>{say(RESULTS[key])}</Tag>
    </span>
  )
}

export function useMoney(): (amount: string, content: ContentAnswer) => string {
  return (amount, { currency }) => `${currency} ${grouped(amount)}`.trim()
}

function Tip({ tip, content }: { tip: ContentTip; content: ContentAnswer }) {
  const say = useSay()
  const money = useMoney()
  switch (tip.kind) {
    case 'within':
      return say('cases:content.tip.within', { room: money(tip.room, content) })
    case 'over':
      return say('cases:content.tip.over', { excess: money(tip.excess, content) })
    case 'open':
      return (
        <>
          {say('cases:content.tip.open', { room: money(tip.room, content) })}
          <ul className={css.deciding}>
            {tip.groups.slice(0, 8).map(({ lines, eccn, value, alone }) => (
              <li key={lines[0]}>
                <code>{eccn || say('cases:content.noEccn')}</code> {say('cases:content.lines', { count: lines.length })} · {money(value, content)}
                {alone ? <strong> · {say('cases:content.tip.alone')}</strong> : null}
              </li>
            ))}
          </ul>
        </>
      )
    case 'line-values':
      return say('cases:content.tip.lineValues', { count: tip.lines.length, lines: tip.lines.slice(0, 10).join(', ') + (tip.lines.length > 10 ? ' …' : '') })
    case 'item-value':
      return say('cases:content.tip.itemValue')
    case 'no-limit':
      return say('cases:content.tip.noLimit')
  }
}

export function Arithmetic({ content }: { content: ContentAnswer }) {
  const say = useSay()
  const money = useMoney()
  const share = useShareWords()
  const { sum, itemValue, limit, limitCite } = content
  const total =
    sum.max === null
      ? say('cases:content.share.least', { min: money(sum.min, content) })
      : sum.min === sum.max
        ? money(sum.min, content)
        : say('cases:content.share.range', { min: money(sum.min, content), max: money(sum.max, content) })
  return (
    <section className={css.arithmetic} aria-label={say('cases:content.arithmetic')} data-testid="content-arithmetic">
      <dl className={css.division}>
        <div>
          <dt>{say('cases:content.sum')}</dt>
          <dd>{total}</dd>
        </div>
        <div data-before="÷">
          <dt>{say('cases:content.itemValue')}</dt>
          <dd>{itemValue === null ? say('cases:content.notStated') : money(itemValue, content)}</dd>
        </div>
        <div data-before="=">
          <dt>{say('cases:content.share')}</dt>
          <dd data-testid="content-share">{share(content)}</dd>
        </div>
        <div className={css.against}>
          <dt>{say('cases:content.limit')}</dt>
          <dd>
            {limit === null ? say('cases:content.limit.open') : percent(limit)} {limitCite === '' ? null : <small>{limitCite}</small>}
          </dd>
        </div>
      </dl>
      <ShareAxis content={content} />
      <ul className={css.tips} data-testid="content-tips">
        {content.tips.map((tip) => (
          <li key={tip.kind}>
            <Tip tip={tip} content={content} />
          </li>
        ))}
      </ul>
    </section>
  )
}
