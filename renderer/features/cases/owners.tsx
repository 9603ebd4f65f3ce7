/** Who owns a party, and who owns its owners: a tree of shares, what is known of each owner's listing, and what the shares add up to. */
import { ActionIcon, Button, Checkbox, MultiSelect, NumberInput, Select, TagsInput, TextInput, Tooltip } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useCase } from '#renderer/client/use-case.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import { nameKey } from '#shared/domain/party.ts'
import css from './cases.module.css'
import { type Listings, listingsOf, OWNER_FACTS, SCOPED_LIST, shareSum, TAGGED_LIST, withListings } from './owner-listings.ts'
import {
  addOwner,
  factsOf,
  isPerson,
  ownersOf,
  removeOwner,
  renameOwner,
  saysComplete,
  setComplete,
  setPerson,
  setShare,
  type Whose,
  withFacts,
} from './ownership/owner-tree.ts'

const NOT_LISTED: Listings = { lists: [], footnotes: undefined, programs: [], through: undefined }
const NONE = 'none'
const OWNER_STATES = { unknown: 'cases:parties.owner.unknown', none: 'cases:parties.owner.none', listed: 'cases:parties.owner.listed.state' } as const
const TONE = { clear: undefined, possible: 'amber', listed: 'red' } as const

/** The choices that the rule pack declares for a fact, the value of each with its name. */
function useChoices(path: string): { value: string; label: string }[] {
  const lang = useLang()
  const facts = useAnswer('pack:facts', {}, { staleTime: Number.POSITIVE_INFINITY })
  return (facts.data?.find((one) => one.path === path)?.choices ?? []).map(({ value, label }) => ({
    value,
    label: label[lang].includes(value) ? label[lang] : `${value} · ${label[lang]}`,
  }))
}

/** A choice of several that tells "none of them" from "not known". */
function SeveralOrNone({
  label,
  none,
  choices,
  value,
  onChange,
  testId,
}: {
  label: string
  none: string
  choices: { value: string; label: string }[]
  value: string[] | undefined
  onChange: (next: string[] | undefined) => void
  testId: string
}) {
  const say = useSay()
  return (
    <MultiSelect
      size="xs"
      label={label}
      placeholder={value === undefined ? say('cases:parties.owner.notKnown') : ''}
      data={[...choices, { value: NONE, label: none }]}
      value={value === undefined ? [] : value.length === 0 ? [NONE] : value}
      onChange={(next) => {
        const last = next.at(-1)
        onChange(last === undefined ? undefined : last === NONE ? [] : next.filter((one) => one !== NONE))
      }}
      data-testid={testId}
    />
  )
}

function OwnerLists({ listings, onChange }: { listings: Listings; onChange: (next: Listings) => void }) {
  const say = useSay()
  const lists = useChoices(OWNER_FACTS.lists)
  const footnotes = useChoices(OWNER_FACTS.footnotes)
  return (
    <div className={css.ownerLists}>
      <MultiSelect
        size="xs"
        label={say('cases:parties.owner.lists')}
        data={lists}
        value={listings.lists}
        onChange={(next) => onChange({ ...listings, lists: next })}
        data-testid="owner-lists"
      />
      {listings.lists.includes(SCOPED_LIST) ? (
        <SeveralOrNone
          label={say('cases:parties.owner.footnotes')}
          none={say('cases:parties.owner.footnotes.none')}
          choices={footnotes}
          value={listings.footnotes?.map(String)}
          onChange={(next) => onChange({ ...listings, footnotes: next?.map(Number) })}
          testId="owner-footnotes"
        />
      ) : null}
      {listings.lists.includes(TAGGED_LIST) ? (
        <TagsInput
          size="xs"
          label={say('cases:parties.owner.programs')}
          value={listings.programs}
          onChange={(programs) => onChange({ ...listings, programs })}
          data-testid="owner-programs"
        />
      ) : null}
    </div>
  )
}

/** An owner whose own owners are not named may be held by listed parties all the same, and counts then as they do. */
function OwnerOfOwner({ listings, onChange }: { listings: Listings; onChange: (next: Listings) => void }) {
  const say = useSay()
  return (
    <div className={css.ownerLists}>
      <SeveralOrNone
        label={say('cases:parties.owner.through')}
        none={say('cases:parties.owner.through.none')}
        choices={useChoices(OWNER_FACTS.through)}
        value={listings.through}
        onChange={(through) => onChange({ ...listings, through })}
        testId="owner-through"
      />
    </div>
  )
}

/** What screening says of the owner, with the way to its hits. */
function Screening({ name }: { name: string }) {
  const say = useSay()
  const { file, answer } = useCase()
  const found = answer?.owners?.find((one) => nameKey(one.name) === nameKey(name))
  if (!found || (found.status === 'clear' && found.hits.length === 0)) return null
  return (
    <>
      <span data-testid="owner-status" data-status={found.status}>
        <Tag tone={TONE[found.status]}>
          {found.listedOn.length > 0 ? say('cases:parties.listedOn', { lists: found.listedOn.join(', ') }) : say(`cases:parties.status.${found.status}`)}
        </Tag>
      </span>
      {found.hits.length > 0 ? (
        <Button size="compact-xs" onClick={() => go('cases', file.id, 'parties', 'owner', found.name)} data-testid="owner-hits">
          {say('cases:parties.hits', { count: found.hits.length })}
        </Button>
      ) : null}
    </>
  )
}

type RowProps = { whose: Whose; at: number; above: readonly string[]; onSibling: () => void }

function OwnerRow({ whose, at, above, onSibling }: RowProps) {
  const say = useSay()
  const { file, change } = useCase()
  const { offer } = useUndo()
  const row = ownersOf(file, whose)[at]
  const [shown, setShown] = useState(true)
  if (row === undefined) return null
  const { name, share } = row
  const own: Whose = { holder: name }
  const partyAt = file.parties.findIndex((party) => nameKey(party.name) === nameKey(name))
  const circle = above.includes(nameKey(name))
  const further = name.trim() === '' ? [] : ownersOf(file, own)
  const facts = factsOf(file, name, row)
  const listings = listingsOf({ facts })
  const state = listings === undefined ? 'unknown' : listings.lists.length === 0 ? 'none' : 'listed'
  const person = isPerson(file, name)
  const set = (next: Listings | undefined) => change((now) => withFacts(now, whose, at, withListings(factsOf(now, name, ownersOf(now, whose)[at]), next)))
  const remove = () => {
    const before = file
    change((now) => removeOwner(now, whose, at))
    offer({ says: say('cases:parties.removed', { name: name || say('cases:parties.owner.name') }), undo: () => change(() => before) })
  }
  const addBelow = () => {
    setShown(true)
    change((now) => addOwner(now, own))
  }
  const nameable = name.trim() !== '' && !circle && partyAt < 0 && !person
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!event.shiftKey) onSibling()
    else if (nameable) addBelow()
  }
  return (
    <li className={css.ownerRow} data-testid="owner" data-level={above.length}>
      <div className={css.owner}>
        <TextInput
          size="xs"
          aria-label={say('cases:parties.owner.name')}
          aria-description={say('cases:parties.owner.keys')}
          placeholder={say('cases:parties.owner.name')}
          value={name}
          onChange={(event) => {
            const next = event.currentTarget.value
            change((now) => renameOwner(now, whose, at, next))
          }}
          onKeyDown={keys}
          autoFocus={name === ''}
          data-testid="owner-name"
        />
        <NumberInput
          size="xs"
          aria-label={say('cases:parties.owner.share')}
          placeholder="%"
          suffix=" %"
          min={0}
          max={100}
          decimalScale={6}
          hideControls
          value={share ?? ''}
          onChange={(next) => change((now) => setShare(now, whose, at, typeof next === 'number' ? next : undefined))}
          onKeyDown={keys}
          data-testid="owner-share"
        />
        <Select
          size="xs"
          aria-label={say('cases:parties.owner.listed')}
          data={(['unknown', 'none', 'listed'] as const).map((value) => ({ value, label: say(OWNER_STATES[value]) }))}
          value={state}
          onChange={(next) => set(next === 'none' ? { ...NOT_LISTED } : next === 'listed' ? { ...NOT_LISTED, lists: [SCOPED_LIST] } : undefined)}
          allowDeselect={false}
          disabled={partyAt >= 0}
          data-testid="owner-listed"
        />
        <Tooltip label={say('cases:parties.owner.addBelow')}>
          <ActionIcon size={28} aria-label={say('cases:parties.owner.addBelow')} disabled={!nameable} onClick={addBelow} data-testid="owner-below">
            <Icon name="add" size={14} />
          </ActionIcon>
        </Tooltip>
        <ActionIcon size={28} aria-label={say('cases:parties.owner.remove')} onClick={remove}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </div>
      <div className={css.ownerNotes}>
        {name.trim() !== '' && partyAt < 0 && further.length === 0 ? (
          <Checkbox
            size="xs"
            label={say('cases:parties.owner.person')}
            checked={person}
            onChange={(event) => {
              const is = event.currentTarget.checked
              change((now) => setPerson(now, name, is))
            }}
            data-testid="owner-person"
          />
        ) : null}
        {circle ? <Tag tone="amber">{say('cases:parties.owner.circle')}</Tag> : null}
        {partyAt >= 0 && !circle ? <span className={css.hint}>{say('cases:parties.owner.isParty')}</span> : null}
        {further.length > 0 && !circle ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={shown}
            leftSection={<Icon name={shown ? 'down' : 'right'} size={12} />}
            onClick={() => setShown(!shown)}
            data-testid="owner-fold"
          >
            {say('cases:parties.owner.further', { count: further.length })}
          </Button>
        ) : null}
        <Screening name={name} />
      </div>
      {state === 'listed' && listings && partyAt < 0 ? <OwnerLists listings={listings} onChange={set} /> : null}
      {state === 'none' && listings && partyAt < 0 && further.length === 0 && !person ? <OwnerOfOwner listings={listings} onChange={set} /> : null}
      {further.length > 0 && !circle && shown ? <OwnersList whose={own} above={[...above, nameKey(name)]} /> : null}
    </li>
  )
}

/** Owners of one party or holder with their sum; each of them may unfold its own. */
function OwnersList({ whose, above }: { whose: Whose; above: readonly string[] }) {
  const say = useSay()
  const { file, change } = useCase()
  const owners = ownersOf(file, whose)
  const sum = shareSum(owners)
  const add = () => change((now) => addOwner(now, whose))
  return (
    <div className={css.owners}>
      {owners.length > 0 ? (
        <ul className={css.ownersTree}>
          {numbered(owners).map(({ key, at }) => (
            <OwnerRow key={key} whose={whose} at={at} above={above} onSibling={add} />
          ))}
        </ul>
      ) : null}
      <div className={css.ownersFoot}>
        <Button size="compact-xs" leftSection={<Icon name="add" size={13} />} onClick={add} data-testid="add-owner">
          {'party' in whose ? say('cases:parties.owners.add') : say('cases:parties.owners.addTo', { name: whose.holder })}
        </Button>
        {owners.length > 0 ? (
          <>
            <span className={sum.over ? css.warn : css.hint} data-testid="owners-sum">
              {say(sum.over ? 'cases:parties.owners.over' : sum.open ? 'cases:parties.owners.sumOpen' : 'cases:parties.owners.sum', { sum: sum.text })}
            </span>
            {sum.text === '100' && !sum.open ? null : (
              <Checkbox
                size="xs"
                label={say('cases:parties.owners.complete')}
                checked={saysComplete(file, whose)}
                onChange={(event) => {
                  const said = event.currentTarget.checked
                  change((now) => setComplete(now, whose, said))
                }}
                data-testid="owners-complete"
              />
            )}
          </>
        ) : null}
      </div>
    </div>
  )
}

export function Owners({ at }: { at: number }) {
  const say = useSay()
  const { file } = useCase()
  const party = file.parties[at]
  if (party === undefined) return null
  return (
    <section aria-label={say('cases:parties.ownersOf', { name: party.name })}>
      <div className={css.ownersHead}>
        <div className={css.label}>{say('cases:parties.owners')}</div>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Icon name="trace" size={13} />}
          onClick={() => go('cases', file.id, 'parties', 'ownership', String(at))}
          data-testid={`ownership-${at}`}
        >
          {say('cases:ownership.open')}
        </Button>
      </div>
      {party.owners.length === 0 ? <span className={css.hint}>{say('cases:parties.owners.none')}</span> : null}
      <OwnersList whose={{ party: at }} above={[nameKey(party.name)]} />
    </section>
  )
}
