import { SelectEntry, TextFieldEntry } from '@bpmn-io/properties-panel';
import { useService } from 'bpmn-js-properties-panel';
import { formulaOf, useFormula } from './formula';
import { html } from './html';

const WEEKDAY = /^=\s*day of week\(date\(businessDate\)\)\s*=\s*"(\w+)"\s*$/;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DATE = /^=\s*date\(businessDate\)\s*(>=|<)\s*date\("(\d{4}-\d\d-\d\d)"\)\s*$/;
const PARAMETER = /^=\s*get value\(parameters,\s*"([^"]*)"\)\s*=\s*"([^"]*)"\s*$/;

/** What a line can ask of the run: its day of the week, its date, what whoever started it has given. */
export const RUN_KINDS = {
  weekday: {
    pattern: WEEKDAY,
    first: () => weekday('Monday'),
    entries: (flow) => [{ id: 'wb-weekday', element: flow, component: WeekdayEntry }],
  },
  date: {
    pattern: DATE,
    first: (words, today) => date('>=', today),
    entries: (flow) => [
      { id: 'wb-date-compare', element: flow, component: DateCompareEntry },
      { id: 'wb-date', element: flow, component: DateEntry },
    ],
  },
  parameter: {
    pattern: PARAMETER,
    first: (words) => parameter(words.parameterFirst, words.parameterYes),
    entries: (flow) => [
      { id: 'wb-parameter', element: flow, component: ParameterEntry },
      { id: 'wb-parameter-value', element: flow, component: ParameterValueEntry },
    ],
  },
};

function weekday(day) {
  return `=day of week(date(businessDate)) = "${day}"`;
}

function date(operator, day) {
  return `=date(businessDate) ${operator} date("${day}")`;
}

function parameter(name, value) {
  return `=get value(parameters, "${name}") = "${value}"`;
}

function parts(pattern, flow) {
  return (pattern.exec(formulaOf(flow)) || ['', '', '']).slice(1);
}

function WeekdayEntry({ element, id }) {
  const words = useService('wbWords');
  const write = useFormula(element);
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.weekday}
    getValue=${() => parts(WEEKDAY, element)[0]}
    setValue=${(day) => write(weekday(day))}
    getOptions=${() => WEEKDAYS.map((day, at) => ({ value: day, label: words[`weekday${at + 1}`] }))}
  />`;
}

function DateCompareEntry({ element, id }) {
  const words = useService('wbWords');
  const write = useFormula(element);
  const [operator, day] = parts(DATE, element);
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.businessDate}
    getValue=${() => operator}
    setValue=${(changed) => write(date(changed, day))}
    getOptions=${() => [
      { value: '>=', label: words.dateFrom },
      { value: '<', label: words.dateBefore },
    ]}
  />`;
}

function DateEntry({ element, id }) {
  const words = useService('wbWords');
  const write = useFormula(element);
  const [operator, day] = parts(DATE, element);
  return html`<div class="bio-properties-panel-entry" data-entry-id=${id}>
    <label class="bio-properties-panel-label" for=${id}>${words.date}</label>
    <input
      type="date"
      id=${id}
      class="bio-properties-panel-input"
      value=${day}
      onChange=${(event) => event.target.value && write(date(operator, event.target.value))}
    />
  </div>`;
}

function ParameterEntry({ element, id }) {
  const words = useService('wbWords');
  const write = useFormula(element);
  const [name, value] = parts(PARAMETER, element);
  return html`<${WordEntry}
    element=${element}
    id=${id}
    label=${words.parameter}
    description=${words.parameterHint}
    word=${name}
    write=${(changed) => write(parameter(changed, value))}
  />`;
}

function ParameterValueEntry({ element, id }) {
  const words = useService('wbWords');
  const write = useFormula(element);
  const [name, value] = parts(PARAMETER, element);
  return html`<${WordEntry}
    element=${element}
    id=${id}
    label=${words.parameterValue}
    word=${value}
    write=${(changed) => write(parameter(name, changed))}
  />`;
}

/** A word of a formula; what cannot stand in one is not written. */
function WordEntry({ element, id, label, description, word, write }) {
  const words = useService('wbWords');
  const debounce = useService('debounceInput');
  return html`<${TextFieldEntry}
    element=${element}
    id=${id}
    label=${label}
    description=${description}
    debounce=${debounce}
    getValue=${() => word}
    setValue=${(changed, wrong) => changed && !wrong && write(changed)}
    validate=${(changed) => problem(changed, words)}
  />`;
}

/** Words go into a formula between quotes. */
function problem(text, words) {
  if (!text) {
    return words.required;
  }
  return /["&<\\]/.test(text) ? words.noSigns : null;
}
