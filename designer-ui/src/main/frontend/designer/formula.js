import { useService } from 'bpmn-js-properties-panel';
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';

/** The formula of a line behind a condition, empty for none. */
export function formulaOf(flow) {
  const condition = getBusinessObject(flow).get('conditionExpression');
  return (condition && condition.get('body')) || '';
}

/** Writes the formula of a line; none takes it away. */
export function useFormula(flow) {
  const modeling = useService('modeling');
  const bpmnFactory = useService('bpmnFactory');
  return (formula) =>
    modeling.updateProperties(flow, {
      conditionExpression: formula ? bpmnFactory.create('bpmn:FormalExpression', { body: formula }) : undefined,
    });
}
