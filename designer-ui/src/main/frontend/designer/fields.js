import {
  CheckboxEntry,
  Group,
  NumberFieldEntry,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
} from '@bpmn-io/properties-panel';
import { html } from './html';
import { useService } from 'bpmn-js-properties-panel';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { inputSource, upstreamSets } from './catalog';
import { waitOf } from './building';
import { conditionGroup } from './condition';
import { SegmentCount } from './segment-count';

/** The properties panel for planners: the block's own fields, in plain language, and nothing else. */
export class BlockFields {
  constructor(propertiesPanel, wbCatalog, wbWords, translate) {
    Object.assign(this, { catalog: wbCatalog, words: wbWords, translate });
    propertiesPanel.registerProvider(100, this);
  }

  /** Groups ask for the translator themselves; without it their own words stay English. */
  getGroups(element) {
    return () => this._groups(element).map((group) => ({ ...group, translate: this.translate }));
  }

  _groups(element) {
    if (is(element, 'bpmn:Process') || is(element, 'bpmn:Collaboration')) {
      return [];
    }
    if (is(element, 'bpmn:SequenceFlow')) {
      return conditionGroup(element, this.words);
    }
    return [this._fields(element), this._more(element)];
  }

  _fields(element) {
    const block = this.catalog.of(element);
    const entries = [{ id: 'wb-name', element, component: NameEntry, isEdited: () => false }];
    if (block && block.template) {
      block.fields
        .filter((field) => field.kind !== 'HIDDEN' && shown(field, element))
        .forEach((field) => entries.push({ id: `wb-${field.name}`, element, field, component: FieldEntry }));
      if ((block.notes || []).length) {
        entries.push({ id: 'wb-notes', element, notes: block.notes, component: Notes });
      }
    } else if (block && block.timer) {
      entries.push({ id: 'wb-wait', element, component: WaitEntry }, { id: 'wb-wait-unit', element, component: WaitUnitEntry });
      if (waitParts(element).unit === 'D') {
        entries.push({ id: 'wb-wait-holiday', element, component: WaitHolidayEntry });
      }
    } else if (block && block.hint) {
      entries.push({ id: 'wb-hint', element, text: block.hint, component: Hint });
    }
    return { id: 'wb-fields', label: this.words.fields, component: Group, entries, shouldOpen: true };
  }

  _more(element) {
    return {
      id: 'wb-more',
      label: this.words.advanced,
      component: Group,
      entries: [{ id: 'wb-id', element, component: IdEntry }],
    };
  }
}

BlockFields.$inject = ['propertiesPanel', 'wbCatalog', 'wbWords', 'translate'];

/** Whether another field has the value that calls for this one. */
function shown(field, element) {
  if (!field.when) {
    return true;
  }
  const [name, value] = field.when.split('=');
  return plain(inputSource(element, name)) === value;
}

/** A stored value as a field shows it: numbers and switches are formulas in the file. */
function plain(source) {
  if (source === undefined || source === null) {
    return '';
  }
  return source.startsWith('=') ? source.slice(1).trim() : source;
}

function NameEntry({ element, id }) {
  const modeling = useService('modeling');
  const debounce = useService('debounceInput');
  const words = useService('wbWords');
  return html`<${TextFieldEntry}
    element=${element}
    id=${id}
    label=${words.name}
    debounce=${debounce}
    getValue=${() => getBusinessObject(element).get('name') || ''}
    setValue=${(value) => modeling.updateProperties(element, { name: value || undefined })}
  />`;
}

function IdEntry({ element, id }) {
  const words = useService('wbWords');
  const debounce = useService('debounceInput');
  return html`<${TextFieldEntry}
    element=${element}
    id=${id}
    label=${words.id}
    disabled=${true}
    debounce=${debounce}
    getValue=${() => element.id}
    setValue=${() => {}}
  />`;
}

function Hint({ text }) {
  return html`<p class="wb-field-hint">${text}</p>`;
}

/** What holds here whatever is filled in, in its order. */
function Notes({ notes }) {
  const words = useService('wbWords');
  return html`<div class="wb-field-hint">
    ${words.rulesOfTheBank}
    <ol class="wb-notes">${notes.map((note) => html`<li key=${note}>${note}</li>`)}</ol>
  </div>`;
}

function FieldEntry({ element, id, field }) {
  const building = useService('wbBuilding');
  const catalog = useService('wbCatalog');
  const words = useService('wbWords');
  const debounce = useService('debounceInput');
  const common = {
    element,
    id,
    label: field.required ? `${field.label} *` : field.label,
    description: field.hint || undefined,
    debounce,
    validate: (value) => problem(field, value, words),
  };
  const source = inputSource(element, field.name);
  const set = (value) => building.setInput(element, field.name, value === '' || value === undefined ? undefined : value);
  switch (field.kind) {
    case 'AUDIENCE':
      return html`<${SelectEntry}
        ...${common}
        getValue=${() => source || ''}
        setValue=${set}
        getOptions=${() => audienceOptions(element, catalog, source, field, words)}
      />`;
    case 'CHOICE':
      return html`<${SelectEntry}
        ...${common}
        getValue=${() => source || ''}
        setValue=${set}
        getOptions=${() => options(field, source, words)}
      />${field.source === 'segments' && html`<${SegmentCount} code=${source} />`}`;
    case 'MANY':
      return html`<${Many} ...${common} field=${field} source=${source} set=${set} words=${words} />`;
    case 'YES_NO':
      return html`<${CheckboxEntry}
        ...${common}
        getValue=${() => plain(source) === 'true'}
        setValue=${(value) => set(value ? '=true' : '=false')}
      />`;
    case 'NUMBER':
      return html`<${NumberFieldEntry}
        ...${common}
        min=${field.min}
        max=${field.max}
        step="any"
        getValue=${() => (plain(source) === '' ? '' : Number(plain(source)))}
        setValue=${(value) => set(value === undefined || value === '' ? undefined : `=${value}`)}
      />`;
    case 'LONG_TEXT':
      return html`<${TextAreaEntry} ...${common} getValue=${() => source || ''} setValue=${set} />`;
    default:
      return html`<${TextFieldEntry} ...${common} getValue=${() => source || ''} setValue=${set} />`;
  }
}

function problem(field, value, words) {
  if (field.required && (value === undefined || value === null || value === '')) {
    return words.required;
  }
  if (field.kind === 'NUMBER' && value !== undefined && value !== '') {
    if (field.min != null && value < field.min) {
      return words.atLeast.replace('{0}', field.min);
    }
    if (field.max != null && value > field.max) {
      return words.atMost.replace('{0}', field.max);
    }
  }
  return null;
}

function audienceOptions(element, catalog, source, field, words) {
  const sets = upstreamSets(element, catalog);
  const all = [{ value: '', label: sets.length ? words.choose : words.noList }, ...sets];
  return withPresent(all, source, words);
}

function options(field, source, words) {
  const all = field.options.map((option) => ({ value: option.value, label: option.name }));
  return withPresent([{ value: '', label: all.length ? words.choose : words.nothingYet }, ...all], source, words);
}

/** A value that is no longer offered stays visible and is named as gone, never silently replaced. */
function withPresent(all, source, words) {
  return !source || all.some((option) => option.value === source)
    ? all
    : [...all, { value: source, label: `${plain(source)} (${words.gone})` }];
}

function Many({ id, label, description, field, source, set, words }) {
  const chosen = manyValues(source);
  const known = field.options.map((option) => option.value);
  const all = [
    ...field.options,
    ...chosen.filter((value) => !known.includes(value)).map((value) => ({ value, name: `${value} (${words.gone})` })),
  ];
  const toggle = (value) => {
    const next = chosen.includes(value)
      ? chosen.filter((each) => each !== value)
      : all.map((option) => option.value).filter((each) => each === value || chosen.includes(each));
    set(next.length ? manySource(next, field.listed) : undefined);
  };
  return html`<div class="bio-properties-panel-entry ${field.required && !chosen.length ? 'has-error' : ''}" data-entry-id=${id}>
    <div class="bio-properties-panel-label">${label} <span class="wb-many-count">${chosen.length ? chosen.length : ''}</span></div>
    <div class="wb-many">
      ${all.length === 0 && html`<span class="wb-field-hint">${words.nothingYet}</span>`}
      ${all.map(
        (option) =>
          html`<label key=${option.value}>
            <input
              type="checkbox"
              data-value=${option.value}
              checked=${chosen.includes(option.value)}
              onChange=${() => toggle(option.value)}
            />${option.name}
          </label>`,
      )}
    </div>
    ${field.required && !chosen.length && html`<div class="bio-properties-panel-error">${words.required}</div>`}
    ${description && html`<div class="bio-properties-panel-description">${description}</div>`}
  </div>`;
}

function manyValues(source) {
  const text = plain(source);
  if (text.startsWith('[')) {
    try {
      return JSON.parse(text).map(String);
    } catch (notAList) {
      return [];
    }
  }
  return text.split(',').map((each) => each.trim()).filter((each) => each);
}

function manySource(values, listed) {
  return listed ? `=${JSON.stringify(values)}` : values.join(',');
}

const UNITS = { H: 'hours', D: 'days', B: 'businessDays' };

/** PT4H, P7D, P7D+B (moves on when it ends on a holiday) or B3 (business days) as amount, unit and whether it moves. */
function waitParts(element) {
  const found = /^(?:PT(\d+)H|P(\d+)D(\+B)?|B(\d+))$/.exec(waitOf(element) || '');
  if (!found) {
    return { amount: '', unit: 'D', moves: true };
  }
  return {
    amount: Number(found[1] || found[2] || found[4]),
    unit: found[1] ? 'H' : found[2] ? 'D' : 'B',
    moves: !found[2] || !!found[3],
  };
}

function waitText({ amount, unit, moves }) {
  return unit === 'H' ? `PT${amount}H` : unit === 'D' ? `P${amount}D${moves ? '+B' : ''}` : `B${amount}`;
}

function WaitEntry({ element, id }) {
  const building = useService('wbBuilding');
  const words = useService('wbWords');
  const debounce = useService('debounceInput');
  return html`<${NumberFieldEntry}
    element=${element}
    id=${id}
    label=${`${words.howLong} *`}
    min=${1}
    max=${366}
    debounce=${debounce}
    getValue=${() => waitParts(element).amount}
    setValue=${(value) => value && building.setProperty(element, 'waybot:wait', waitText({ ...waitParts(element), amount: value }))}
    validate=${(value) => (value ? null : words.required)}
  />`;
}

function WaitUnitEntry({ element, id }) {
  const building = useService('wbBuilding');
  const words = useService('wbWords');
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.unit}
    getValue=${() => waitParts(element).unit}
    setValue=${(unit) => building.setProperty(element, 'waybot:wait', waitText({ ...waitParts(element), amount: waitParts(element).amount || 1, unit }))}
    getOptions=${() => Object.keys(UNITS).map((unit) => ({ value: unit, label: words[UNITS[unit]] }))}
  />`;
}

function WaitHolidayEntry({ element, id }) {
  const building = useService('wbBuilding');
  const words = useService('wbWords');
  return html`<${CheckboxEntry}
    element=${element}
    id=${id}
    label=${words.movesOn}
    getValue=${() => waitParts(element).moves}
    setValue=${(moves) => building.setProperty(element, 'waybot:wait', waitText({ ...waitParts(element), amount: waitParts(element).amount || 1, moves }))}
  />`;
}
