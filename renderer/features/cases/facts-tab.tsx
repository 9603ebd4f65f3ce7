/** Facts of the transaction. Nothing is filled in that a person must know. */
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { withField } from '#renderer/client/facts.ts'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Page, Section } from '#renderer/ui/block.tsx'
import { CountriesField, CountryField } from '#renderer/ui/country-field.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FieldName } from '#renderer/ui/open-dot.tsx'
import { type CaseFile, TRANSACTION_KINDS } from '#shared/domain/case.ts'
import css from './cases.module.css'
import { useOpenFact } from './open-fact.ts'

type Transaction = CaseFile['transaction']

function TransactionFields() {
  const say = useSay()
  const { file, change } = useCase()
  const open = useOpenFact()
  const { transaction } = file
  const set = (edit: (now: Transaction) => Transaction) => change((now) => ({ ...now, transaction: edit(now.transaction) }))
  return (
    <div className={css.grid}>
      <div className={css.half}>
        <Select
          label={<FieldName name={say('cases:facts.kind')} open={open('transaction.kind')} />}
          placeholder={say('cases:facts.kind.choose')}
          data={TRANSACTION_KINDS.map((kind) => ({ value: kind, label: say(`ui:transactionKind.${kind}`) }))}
          value={transaction.kind ?? null}
          onChange={(kind) => set((now) => withField(now, 'kind', kind ?? undefined))}
          clearable
          clearButtonProps={{ 'aria-label': say('ui:clear') }}
          data-testid="fact-kind"
        />
      </div>
      <div className={css.half}>
        <CountryField
          label={<FieldName name={say('cases:facts.from')} open={open('transaction.from')} />}
          value={transaction.from}
          onChange={(code) => set((now) => withField(now, 'from', code))}
          testId="fact-from"
        />
      </div>
      <div className={css.half}>
        <CountryField
          label={<FieldName name={say('cases:facts.destination')} open={open('transaction.destination')} />}
          description={say('cases:facts.destination.hint')}
          value={transaction.destination}
          onChange={(code) => set((now) => withField(now, 'destination', code))}
          testId="fact-destination"
        />
      </div>
      <div className={css.half}>
        <CountriesField
          label={say('cases:facts.transit')}
          value={transaction.transit}
          onChange={(transit) => set((now) => ({ ...now, transit }))}
          testId="fact-transit"
        />
      </div>
    </div>
  )
}

export function FactsTab() {
  const say = useSay()
  const { file, change, answer } = useCase()
  const questions = answer?.questions.length ?? 0
  return (
    <Page>
      <Section title={say('cases:facts.case')}>
        <div className={css.grid}>
          <div className={css.half}>
            <TextInput
              label={say('cases:facts.title')}
              description={say('cases:facts.title.hint')}
              value={file.title ?? ''}
              maxLength={500}
              onChange={(event) => {
                const title = event.currentTarget.value
                change((now) => withField(now, 'title', title === '' ? undefined : title))
              }}
              data-testid="fact-title"
            />
          </div>
          <div className={css.half}>
            <DateField
              label={say('cases:facts.asOf')}
              description={say('cases:facts.asOf.hint')}
              value={file.asOf}
              onChange={(asOf) => change((now) => withField(now, 'asOf', asOf))}
              testId="fact-as-of"
            />
          </div>
        </div>
      </Section>
      <Section title={say('cases:facts.transaction')}>
        <TransactionFields />
      </Section>
      <Section title={say('cases:facts.endUse')}>
        <Textarea
          label={say('cases:facts.statement')}
          description={say('cases:facts.statement.hint')}
          value={file.transaction.endUse.statement}
          maxLength={10_000}
          autosize
          minRows={3}
          maxRows={12}
          onChange={(event) => {
            const statement = event.currentTarget.value
            change((now) => ({ ...now, transaction: { ...now.transaction, endUse: { ...now.transaction.endUse, statement } } }))
          }}
          data-testid="fact-statement"
        />
      </Section>
      {questions > 0 ? (
        <Button variant="filled" size="sm" onClick={() => go('cases', file.id, 'questions')} data-testid="to-questions">
          {say('cases:facts.next')} ({questions})
        </Button>
      ) : null}
    </Page>
  )
}
