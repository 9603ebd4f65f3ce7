/** The fields of one item. An ECCN that does not exist is named as such, with the nearest ones. */
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { withField } from '#renderer/client/facts.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useLang, usePick, useSay } from '#renderer/client/words.ts'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { EccnField } from '#renderer/ui/eccn-field.tsx'
import { FieldName } from '#renderer/ui/open-dot.tsx'
import { type CaseItem, ITEM_KINDS } from '#shared/domain/case.ts'
import { EAR99, joinCode, splitCode } from '#shared/domain/eccn.ts'
import css from './cases.module.css'
import { useOpenFact } from './open-fact.ts'

type Edit = (edit: (item: CaseItem) => CaseItem) => void

/** What the entry is called, or that there is none and what comes near. */
function EccnNote({ eccn, onChoose }: { eccn: string; onChoose: (eccn: string) => void }) {
  const say = useSay()
  const lang = useLang()
  const pick = usePick()
  const entry = useAnswer('entry:get', { eccn, lang }, { enabled: eccn !== '', staleTime: 600_000 })
  const missing = entry.error?.code === 'not-found' || entry.error?.code === 'bad-input'
  const near = [...new Set(entry.error?.detail.split('(expected')[0]?.match(/\b\d[A-E]\d{3}\b/g) ?? [])].filter((code) => code !== eccn).slice(0, 5)
  if (eccn === '' || eccn === EAR99) return <span className={css.hint}>{say('cases:items.eccn.hint')}</span>
  if (missing)
    return (
      <span className={css.suggest} role="status" data-testid="eccn-unknown">
        {say('cases:items.eccn.unknown', { eccn })} {near.length > 0 ? say('cases:items.eccn.nearest') : ''}
        {near.map((code) => (
          <button key={code} type="button" onClick={() => onChoose(code)}>
            {code}
          </button>
        ))}
      </span>
    )
  if (!entry.data) return null
  return (
    <span className={css.hint}>
      {pick(entry.data.title)} · <a href={to('entries', eccn)}>{say('cases:items.entry')}</a>
    </span>
  )
}

function CodeFields({ item, edit }: { item: CaseItem; edit: Edit }) {
  const say = useSay()
  const lang = useLang()
  const open = useOpenFact()
  const { eccn, paragraph } = splitCode(item.eccn ?? '')
  const entry = useAnswer('entry:get', { eccn, lang }, { enabled: eccn !== '', staleTime: 600_000 })
  const paragraphs = entry.data?.paragraphs ?? []
  const stray = paragraph !== '' && entry.data !== undefined && paragraphs.length > 0 && !paragraphs.includes(paragraph)
  const setCode = (code: string) => edit((now) => withField(now, 'eccn', code === '' ? undefined : code))
  return (
    <>
      <div className={css.half}>
        <EccnField
          label={<FieldName name={say('cases:items.eccn')} open={open('item.eccn', { item: item.id })} />}
          value={item.eccn ?? ''}
          onChange={(code) => setCode(normalCode(code))}
          testId={`item-eccn-${item.id}`}
        />
        <EccnNote eccn={eccn} onChoose={setCode} />
      </div>
      <div className={css.half}>
        <Select
          label={<FieldName name={say('cases:items.paragraph')} open={open('item.paragraph', { item: item.id })} />}
          placeholder={say('cases:items.paragraph.whole')}
          data={[...new Set([...paragraphs, ...(paragraph === '' ? [] : [paragraph])])]}
          value={paragraph === '' ? null : paragraph}
          onChange={(next) => setCode(joinCode(eccn, next ?? ''))}
          disabled={paragraphs.length === 0 && paragraph === ''}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': say('ui:clear') }}
          data-testid={`item-paragraph-${item.id}`}
        />
        {stray ? <span className={css.warn}>{say('cases:items.paragraph.unknown', { paragraph })}</span> : null}
      </div>
    </>
  )
}

/** The entry in capitals, the paragraph as it is written. */
function normalCode(code: string): string {
  const { eccn, paragraph } = splitCode(code.trim())
  return joinCode(eccn.toUpperCase(), paragraph)
}

const CURRENCY = /^[A-Z]{3}$/
const AMOUNT = /^\d{1,15}(\.\d{1,6})?$/

/** Money as decimal text: never a float, and stored only when both parts are right. */
function ValueField({ item, edit }: { item: CaseItem; edit: Edit }) {
  const say = useSay()
  const open = useOpenFact()
  const [amount, setAmount] = useState(item.value?.amount ?? '')
  const [currency, setCurrency] = useState(item.value?.currency ?? '')
  const [seen, setSeen] = useState(item.value)
  if (seen !== item.value) {
    setSeen(item.value)
    if (item.value) {
      setAmount(item.value.amount)
      setCurrency(item.value.currency)
    }
  }
  const put = (nextAmount: string, nextCurrency: string) => {
    setAmount(nextAmount)
    setCurrency(nextCurrency)
    if (nextAmount === '') edit((now) => withField(now, 'value', undefined))
    else if (AMOUNT.test(nextAmount) && CURRENCY.test(nextCurrency)) edit((now) => ({ ...now, value: { amount: nextAmount, currency: nextCurrency } }))
  }
  return (
    <>
      <div className={css.third}>
        <TextInput
          label={<FieldName name={say('cases:items.value')} open={open('item.valueUsd', { item: item.id })} />}
          value={amount}
          onChange={(event) => put(event.currentTarget.value.trim(), currency)}
          error={amount !== '' && !AMOUNT.test(amount) ? say('cases:items.value.bad') : undefined}
          inputMode="decimal"
          data-testid={`item-value-${item.id}`}
        />
      </div>
      <div className={css.quarter}>
        <TextInput
          label={say('cases:items.currency')}
          value={currency}
          maxLength={3}
          placeholder={say('cases:items.currency.form')}
          error={amount !== '' && !CURRENCY.test(currency) ? say('cases:items.currency.bad') : undefined}
          onChange={(event) => put(amount, event.currentTarget.value.toUpperCase())}
          data-testid={`item-currency-${item.id}`}
        />
      </div>
    </>
  )
}

export function ItemFields({ item }: { item: CaseItem }) {
  const say = useSay()
  const { change } = useCase()
  const open = useOpenFact()
  const edit: Edit = (by) => change((now) => ({ ...now, items: now.items.map((one) => (one.id === item.id ? by(one) : one)) }))
  const of = { item: item.id }
  return (
    <div className={css.grid}>
      <div className={css.full}>
        <Textarea
          label={say('cases:items.description')}
          value={item.description}
          autosize
          minRows={1}
          maxRows={6}
          onChange={(event) => {
            const description = event.currentTarget.value
            edit((now) => ({ ...now, description }))
          }}
          data-testid={`item-description-${item.id}`}
        />
      </div>
      <CodeFields item={item} edit={edit} />
      <div className={css.third}>
        <Select
          label={<FieldName name={say('cases:items.kind')} open={open('item.kind', of)} />}
          placeholder={say('cases:items.kind.choose')}
          data={ITEM_KINDS.map((kind) => ({ value: kind, label: say(`ui:itemKind.${kind}`) }))}
          value={item.kind ?? null}
          onChange={(kind) => edit((now) => withField(now, 'kind', kind ?? undefined))}
          clearable
          clearButtonProps={{ 'aria-label': say('ui:clear') }}
          data-testid={`item-kind-${item.id}`}
        />
      </div>
      <div className={css.third}>
        <CountryField
          label={<FieldName name={say('cases:items.origin')} open={open('item.origin', of)} />}
          value={item.origin}
          onChange={(code) => edit((now) => withField(now, 'origin', code))}
          testId={`item-origin-${item.id}`}
        />
      </div>
      <div className={css.third}>
        <CountryField
          label={<FieldName name={say('cases:items.locatedIn')} open={open('item.locatedIn', of)} />}
          value={item.locatedIn}
          onChange={(code) => edit((now) => withField(now, 'locatedIn', code))}
          testId={`item-located-${item.id}`}
        />
      </div>
      <ValueField item={item} edit={edit} />
      <div className={css.quarter}>
        <NumberInput
          label={say('cases:items.quantity')}
          value={item.quantity ?? ''}
          min={0}
          hideControls
          onChange={(quantity) => edit((now) => withField(now, 'quantity', typeof quantity === 'number' ? quantity : undefined))}
          data-testid={`item-quantity-${item.id}`}
        />
      </div>
    </div>
  )
}
