/** Everyone who takes part, each with the state of screening as the facts stand. */
import { ActionIcon, Button, Menu, Select, TagsInput, TextInput, Tooltip } from '@mantine/core'
import { withField, writeFact } from '#renderer/client/facts.ts'
import { go } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Empty, Page, Tag } from '#renderer/ui/block.tsx'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { NumberWarnings } from '#renderer/ui/number-warnings.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import { FieldName } from '#renderer/ui/open-dot.tsx'
import { type CaseParty, PARTY_ROLES } from '#shared/domain/case.ts'
import type { PartyAnswer } from '#shared/domain/determination.ts'
import { QUERY_KINDS } from '#shared/domain/screening.ts'
import css from './cases.module.css'
import { useOpenFact } from './open-fact.ts'
import { Owners } from './owners.tsx'
import { StatedScreening } from './stated-screening.tsx'

type Edit = (edit: (party: CaseParty) => CaseParty) => void
const TONE = { clear: undefined, possible: 'amber', listed: 'red' } as const

function Status({ answer, onReview }: { answer: PartyAnswer | undefined; onReview: () => void }) {
  const say = useSay()
  if (!answer) return null
  return (
    <>
      <span data-testid="party-status" data-status={answer.status}>
        <Tag tone={TONE[answer.status]}>
          {answer.listedOn.length > 0 ? say('cases:parties.listedOn', { lists: answer.listedOn.join(', ') }) : say(`cases:parties.status.${answer.status}`)}
        </Tag>
      </span>
      {answer.hits.length > 0 || answer.nearest.length > 0 ? (
        <Button size="compact-xs" onClick={onReview} data-testid="review-hits">
          {answer.hits.length > 0 ? say('cases:parties.hits', { count: answer.hits.length }) : say('cases:parties.nearest')}
        </Button>
      ) : null}
    </>
  )
}

function PartyBlock({ party, at }: { party: CaseParty; at: number }) {
  const say = useSay()
  const { file, change, answer } = useCase()
  const { offer } = useUndo()
  const open = useOpenFact()
  const edit: Edit = (by) => change((now) => ({ ...now, parties: now.parties.map((one, index) => (index === at ? by(one) : one)) }))
  const of = { party: party.name }
  const mine = answer?.parties.find((one) => one.name === party.name && one.role === party.role) ?? answer?.parties.find((one) => one.name === party.name)
  const remove = () => {
    const before = file.parties
    change((now) => ({ ...now, parties: now.parties.filter((_, index) => index !== at) }))
    offer({ says: say('cases:parties.removed', { name: party.name || say('cases:parties.new') }), undo: () => change((now) => ({ ...now, parties: before })) })
  }
  return (
    <section className={css.block} aria-label={party.name || say('cases:parties.new')} data-testid={`party-${at}`}>
      <div className={css.blockHead}>
        <h2>{party.name || say('cases:parties.new')}</h2>
        {party.name ? <Status answer={mine} onReview={() => go('cases', file.id, 'parties', String(at))} /> : null}
        <span className={css.spring} />
        <Tooltip label={say('cases:parties.remove', { name: party.name || say('cases:parties.new') })}>
          <ActionIcon size={30} onClick={remove} aria-label={say('cases:parties.remove', { name: party.name || say('cases:parties.new') })}>
            <Icon name="bin" size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={`${css.blockBody} ${css.grid}`}>
        <div className={css.third}>
          <Select
            label={say('cases:parties.role')}
            data={PARTY_ROLES.map((role) => ({ value: role, label: say(`ui:role.${role}`) }))}
            value={party.role}
            onChange={(role) => role && edit((now) => ({ ...now, role }))}
            allowDeselect={false}
            data-testid={`party-role-${at}`}
          />
        </div>
        <div className={css.full} style={{ gridColumn: 'span 8' }}>
          <TextInput
            label={<FieldName name={say('cases:parties.name')} open={party.name.trim() === '' ? say('cases:parties.name.missing') : undefined} />}
            placeholder={say('cases:parties.name.hint')}
            value={party.name}
            onChange={(event) => {
              const name = event.currentTarget.value
              edit((now) => ({ ...now, name }))
            }}
            data-testid={`party-name-${at}`}
          />
        </div>
        <div className={css.half}>
          <CountryField
            label={<FieldName name={say('cases:parties.country')} open={open('party.country', of)} />}
            value={party.country}
            onChange={(code) => edit((now) => withField(now, 'country', code))}
            testId={`party-country-${at}`}
          />
        </div>
        <div className={css.half}>
          <CountryField
            label={<FieldName name={say('cases:parties.headquarters')} open={open('party.headquarters', of)} />}
            value={party.headquarters}
            onChange={(code) => edit((now) => withField(now, 'headquarters', code))}
            testId={`party-headquarters-${at}`}
          />
        </div>
        <div className={css.full}>
          <TextInput
            label={say('cases:parties.address')}
            value={party.address ?? ''}
            onChange={(event) => {
              const address = event.currentTarget.value
              edit((now) => withField(now, 'address', address === '' ? undefined : address))
            }}
            data-testid={`party-address-${at}`}
          />
        </div>
        <div className={css.third}>
          <Select
            label={say('cases:parties.kind')}
            placeholder={say('cases:parties.kind.hint')}
            data={QUERY_KINDS.map((kind) => ({ value: kind, label: say(`screening:kind.${kind}`) }))}
            value={party.kind ?? null}
            onChange={(kind) =>
              edit((now) =>
                withField(
                  now,
                  'kind',
                  QUERY_KINDS.find((one) => one === kind),
                ),
              )
            }
            clearable
            clearButtonProps={{ 'aria-label': say('ui:clear') }}
            data-testid={`party-kind-${at}`}
          />
        </div>
        {party.kind === 'person' || party.dob ? (
          <div className={css.third}>
            <TextInput
              label={say('cases:parties.dob')}
              placeholder="1970-01-31"
              value={party.dob ?? ''}
              maxLength={40}
              onChange={(event) => {
                const dob = event.currentTarget.value
                edit((now) => withField(now, 'dob', dob === '' ? undefined : dob))
              }}
            />
          </div>
        ) : null}
        <div className={css.full} style={{ gridColumn: party.kind === 'person' || party.dob ? 'span 4' : 'span 8' }}>
          <TagsInput
            label={say('cases:parties.ids')}
            placeholder={say('cases:parties.ids.hint')}
            value={party.ids ?? []}
            maxTags={50}
            onChange={(ids) => edit((now) => withField(now, 'ids', ids.length === 0 ? undefined : ids))}
            data-testid={`party-ids-${at}`}
          />
          <NumberWarnings ids={party.ids} kind={party.kind} />
        </div>
        <div className={css.full}>
          <Owners at={at} />
        </div>
        <div className={css.full}>
          <StatedScreening party={party} onTakeBack={() => change((now) => writeFact(now, { path: 'party.listed', of }, undefined))} />
        </div>
        {mine && mine.notSearched.length > 0 ? (
          <div className={`${css.full} ${css.warn}`}>{say('cases:parties.notSearched', { lists: mine.notSearched.join(', ') })}</div>
        ) : null}
      </div>
    </section>
  )
}

export function PartiesTab() {
  const say = useSay()
  const { file, change } = useCase()
  const add = (role: CaseParty['role']) => change((now) => ({ ...now, parties: [...now.parties, { role, name: '', owners: [], dispositions: [], facts: {} }] }))
  // A role is something a person must know: it is chosen with the party, never filled in.
  const button = (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button leftSection={<Icon name="add" size={15} />} rightSection={<Icon name="down" size={14} />} data-testid="add-party">
          {say('cases:parties.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PARTY_ROLES.map((role) => (
          <Menu.Item key={role} onClick={() => add(role)} data-testid={`add-party-${role}`}>
            {say(`ui:role.${role}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <Page>
      {file.parties.length === 0 ? (
        <Empty icon="screening" title={say('cases:parties.none.title')} action={button}>
          {say('cases:parties.none.body')}
        </Empty>
      ) : (
        <>
          {numbered(file.parties).map(({ key, at, value }) => (
            <PartyBlock key={key} party={value} at={at} />
          ))}
          {button}
        </>
      )}
    </Page>
  )
}
