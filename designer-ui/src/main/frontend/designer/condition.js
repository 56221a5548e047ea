import { CheckboxEntry, Group, NumberFieldEntry, SelectEntry, TextFieldEntry } from '@bpmn-io/properties-panel';
import { html } from './html';
import { useService } from 'bpmn-js-properties-panel';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { upstreamSets } from './catalog';
import { RUN_KINDS } from './condition-run';
import { formulaOf, useFormula } from './formula';

const SIMPLE = /^=\s*([A-Za-z_]\w*\.[A-Za-z_]\w*)\.count\s*(>=|<=|!=|>|<|=)\s*(\d+)\s*$/;
const OPERATORS = ['>', '>=', '<', '<=', '=', '!='];

/** When a line behind a condition is taken: by a count, by something of the run, or by a formula. */
export function conditionGroup(flow, words) {
  if (!is(flow.source, 'bpmn:ExclusiveGateway')) {
    const entries = [{ id: 'wb-flow', element: flow, component: FlowEntry }];
    return [{ id: 'wb-flow-group', label: words.flow, component: Group, entries, shouldOpen: true }];
  }
  const entries = [{ id: 'wb-otherwise', element: flow, component: OtherwiseEntry }];
  if (!isDefault(flow)) {
    entries.push({ id: 'wb-what', element: flow, component: WhatEntry }, ...KINDS[kindOf(flow)].entries(flow));
  }
  const groups = [{ id: 'wb-condition', label: words.when, component: Group, entries, shouldOpen: true }];
  if (!isDefault(flow)) {
    const formula = [{ id: 'wb-formula', element: flow, component: FormulaEntry }];
    groups.push({ id: 'wb-formula-group', label: words.advanced, component: Group, entries: formula });
  }
  return groups;
}

const KINDS = {
  count: {
    first: () => undefined,
    entries: (flow) => [
      { id: 'wb-when', element: flow, component: ListEntry },
      { id: 'wb-operator', element: flow, component: OperatorEntry },
      { id: 'wb-number', element: flow, component: NumberEntry },
    ],
  },
  ...RUN_KINDS,
};

/** What a formula looks at; a formula of somebody's own stands under Advanced. */
function kindOf(flow) {
  return Object.keys(RUN_KINDS).find((kind) => RUN_KINDS[kind].pattern.test(formulaOf(flow))) || 'count';
}

function isDefault(flow) {
  return getBusinessObject(flow.source).get('default') === getBusinessObject(flow);
}

function parts(flow) {
  const found = SIMPLE.exec(formulaOf(flow));
  return found ? { list: `=${found[1]}`, operator: found[2], number: Number(found[3]) } : { operator: '>', number: 0 };
}

function useCount(flow) {
  const write = useFormula(flow);
  return (changed) => {
    const { list, operator, number } = { ...parts(flow), ...changed };
    write(list ? `=${list.slice(1)}.count ${operator} ${number}` : undefined);
  };
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
  const together = useService('wbTogether');
  const write = useFormula(element);
  const setDefault = (value) => {
    if (value) {
      write(undefined);
    }
    modeling.updateProperties(element.source, { default: value ? getBusinessObject(element) : undefined });
  };
  return html`<${CheckboxEntry}
    element=${element}
    id=${id}
    label=${words.otherwise}
    getValue=${() => isDefault(element)}
    setValue=${(value) => together.do(() => setDefault(value))}
  />`;
}

function WhatEntry({ element, id }) {
  const words = useService('wbWords');
  const today = useService('wbToday');
  const write = useFormula(element);
  return html`<${SelectEntry}
    element=${element}
    id=${id}
    label=${words.lookAt}
    getValue=${() => kindOf(element)}
    setValue=${(kind) => write(KINDS[kind].first(words, today))}
    getOptions=${() => Object.keys(KINDS).map((kind) => ({ value: kind, label: words[`lookAt_${kind}`] }))}
  />`;
}

function ListEntry({ element, id }) {
  const catalog = useService('wbCatalog');
  const words = useService('wbWords');
  const change = useCount(element);
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
  const change = useCount(element);
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
  const change = useCount(element);
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
  const write = useFormula(element);
  return html`<${TextFieldEntry}
    element=${element}
    id=${id}
    label=${words.formula}
    debounce=${debounce}
    getValue=${() => formulaOf(element)}
    setValue=${(formula) => write(formula)}
  />`;
}
