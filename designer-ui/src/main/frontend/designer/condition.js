import { CheckboxEntry, Group, NumberFieldEntry, SelectEntry, TextFieldEntry } from '@bpmn-io/properties-panel';
import { html } from './html';
import { useService } from 'bpmn-js-properties-panel';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { upstreamSets } from './catalog';

const SIMPLE = /^=\s*([A-Za-z_]\w*\.[A-Za-z_]\w*)\.count\s*(>=|<=|!=|>|<|=)\s*(\d+)\s*$/;
const OPERATORS = ['>', '>=', '<', '<=', '=', '!='];
const WEEKDAY = /^=\s*day of week\(date\(businessDate\)\)\s*=\s*"(\w+)"\s*$/;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When a line behind a condition is taken: by a count or a weekday, or by a formula. */
export function conditionGroup(flow, words) {
  if (!is(flow.source, 'bpmn:ExclusiveGateway')) {
    const entries = [{ id: 'wb-flow', element: flow, component: FlowEntry }];
    return [{ id: 'wb-flow-group', label: words.flow, component: Group, entries, shouldOpen: true }];
  }
  const entries = [{ id: 'wb-otherwise', element: flow, component: OtherwiseEntry }];
  if (!isDefault(flow)) {
    entries.push({ id: 'wb-what', element: flow, component: WhatEntry }, ...FIELDS[kindOf(flow)](flow));
  }
  const groups = [{ id: 'wb-condition', label: words.when, component: Group, entries, shouldOpen: true }];
  if (!isDefault(flow)) {
    const formula = [{ id: 'wb-formula', element: flow, component: FormulaEntry }];
    groups.push({ id: 'wb-formula-group', label: words.advanced, component: Group, entries: formula });
  }
  return groups;
}

const FIELDS = {
  count: (flow) => [
    { id: 'wb-when', element: flow, component: ListEntry },
    { id: 'wb-operator', element: flow, component: OperatorEntry },
    { id: 'wb-number', element: flow, component: NumberEntry },
  ],
  weekday: (flow) => [{ id: 'wb-weekday', element: flow, component: WeekdayEntry }],
};

/** What a formula looks at; a formula of somebody's own stands under Advanced. */
function kindOf(flow) {
  return WEEKDAY.test(body(flow) || '') ? 'weekday' : 'count';
}

function isDefault(flow) {
  return getBusinessObject(flow.source).get('default') === getBusinessObject(flow);
}

function body(flow) {
  const condition = getBusinessObject(flow).get('conditionExpression');
  return condition ? condition.get('body') : '';
}

function parts(flow) {
  const found = SIMPLE.exec(body(flow) || '');
  return found ? { list: `=${found[1]}`, operator: found[2], number: Number(found[3]) } : { operator: '>', number: 0 };
}

function useCondition(flow) {
  const modeling = useService('modeling');
  const bpmnFactory = useService('bpmnFactory');
  const write = (formula) =>
    modeling.updateProperties(flow, {
      conditionExpression: formula ? bpmnFactory.create('bpmn:FormalExpression', { body: formula }) : undefined,
    });
  const change = (changed) => {
    const { list, operator, number } = { ...parts(flow), ...changed };
    write(list ? `=${list.slice(1)}.count ${operator} ${number}` : undefined);
  };
  return { write, change };
}

/** A line that carries everybody on: there is nothing to fill in, and where to put a choice instead. */
function FlowEntry({ element }) {
  const words = useService('wbWords');
  const name = (shape) => getBusinessObject(shape).get('name') || shape.id;
  return html`<p class="wb-field-hint">
    ${words.flowWhat.replace('{0}', name(element.source)).replace('{1}', name(element.target))}
  </p>`;
}

function OtherwiseEntry({ element, id }) {
  const modeling = useService('modeling');
  const words = useService('wbWords');
  const { write } = useCondition(element);
  return html`<${CheckboxEntry}
    element=${element}
    id=${id}
    label=${words.otherwise}
    getValue=${() => isDefault(element)}
    setValue=${(value) => {
      if (value) {
        write(undefined);
      }
      modeling.updateProperties(element.source, { default: value ? getBusinessObject(element) : undefined });
    }}
  />`;
}

const FIRST_FORMULA = {
  count: undefined,
  weekday: '=day of week(date(businessDate)) = "Monday"',
};

function WhatEntry({ element, id }) {
  const words = useService('wbWords');
  const { write } = useCondition(element);
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.lookAt}
    getValue=${() => kindOf(element)}
    setValue=${(kind) => write(FIRST_FORMULA[kind])}
    getOptions=${() => Object.keys(FIELDS).map((kind) => ({ value: kind, label: words[`lookAt_${kind}`] }))}
  />`;
}

function WeekdayEntry({ element, id }) {
  const words = useService('wbWords');
  const { write } = useCondition(element);
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.weekday}
    getValue=${() => (WEEKDAY.exec(body(element) || '') || [])[1] || ''}
    setValue=${(day) => write(`=day of week(date(businessDate)) = "${day}"`)}
    getOptions=${() => WEEKDAYS.map((day, at) => ({ value: day, label: words[`weekday${at + 1}`] }))}
  />`;
}

function ListEntry({ element, id }) {
  const catalog = useService('wbCatalog');
  const words = useService('wbWords');
  const { change } = useCondition(element);
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.countOf}
    getValue=${() => parts(element).list || ''}
    setValue=${(list) => change({ list })}
    getOptions=${() => [{ value: '', label: words.choose }, ...upstreamSets(element.source, catalog)]}
  />`;
}

function OperatorEntry({ element, id }) {
  const words = useService('wbWords');
  const { change } = useCondition(element);
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.compare}
    getValue=${() => parts(element).operator}
    setValue=${(operator) => change({ operator })}
    getOptions=${() => OPERATORS.map((operator) => ({ value: operator, label: words[`op${OPERATORS.indexOf(operator)}`] }))}
  />`;
}

function NumberEntry({ element, id }) {
  const words = useService('wbWords');
  const debounce = useService('debounceInput');
  const { change } = useCondition(element);
  return html`<${NumberFieldEntry}
    element=${element}
    id=${id}
    label=${words.number}
    min=${0}
    debounce=${debounce}
    getValue=${() => parts(element).number}
    setValue=${(number) => change({ number: number || 0 })}
  />`;
}

function FormulaEntry({ element, id }) {
  const words = useService('wbWords');
  const debounce = useService('debounceInput');
  const { write } = useCondition(element);
  return html`<${TextFieldEntry}
    element=${element}
    id=${id}
    label=${words.formula}
    debounce=${debounce}
    getValue=${() => body(element) || ''}
    setValue=${(formula) => write(formula)}
  />`;
}
