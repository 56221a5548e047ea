import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { extension, inputSource, likelySet, upstreamSets } from './catalog';

/** Makes elements from blocks and keeps what the engine needs of them in order: ids, lists, output mappings. */
export class Building extends CommandInterceptor {
  constructor(eventBus, elementFactory, elementRegistry, elementTemplates, bpmnFactory, modeling, wbTogether, wbCatalog) {
    super(eventBus);
    Object.assign(this, { elementFactory, elementRegistry, elementTemplates, bpmnFactory, modeling });
    this.catalog = wbCatalog;
    this.together = wbTogether;
    this.createdTogether = 0;
    this.preExecute('elements.create', () => this.createdTogether++);
    this.postExecuted('elements.create', 500, ({ context }) => this._settleAll(context.elements));
    this.postExecuted(['shape.create', 'shape.append'], 500, ({ context }) => this._settle(context.shape));
    this.postExecuted(['connection.create', 'connection.reconnect'], 500, ({ context }) =>
      this.fillLists(context.connection.target),
    );
  }

  /** A new shape of a block, not yet on the canvas. */
  create(block) {
    if (block.template) {
      return this.elementTemplates.createElement(this.elementTemplates.get(block.id, block.template.version));
    }
    const shape = this.elementFactory.createShape({
      type: block.bpmn,
      ...(block.timer ? { eventDefinitionType: 'bpmn:TimerEventDefinition' } : {}),
    });
    if (block.named) {
      getBusinessObject(shape).set('name', block.name);
    }
    return shape;
  }

  /** Sets an input mapping; undefined takes it away. One undo step. */
  setInput(element, name, source) {
    this.together.do(() => this._setInput(element, name, source));
  }

  _setInput(element, name, source) {
    const mapping = this._mapping(element);
    const others = (mapping.get('inputParameters') || []).filter((input) => input.get('target') !== name);
    const inputs = (mapping.get('inputParameters') || []).slice();
    const at = inputs.findIndex((input) => input.get('target') === name);
    const changed = source === undefined ? undefined : this._input(mapping, name, source);
    if (changed && at >= 0) {
      inputs.splice(at, 1, changed);
    } else if (changed) {
      inputs.push(changed);
    }
    this.modeling.updateModdleProperties(element, mapping, { inputParameters: changed ? inputs : others });
  }

  _input(mapping, name, source) {
    const input = this.bpmnFactory.create('zeebe:Input', { target: name, source });
    input.$parent = mapping;
    return input;
  }

  /** A text kept with the element that the engine does not read, such as how long to wait. One undo step. */
  setProperty(element, name, value) {
    this.together.do(() => this._setProperty(element, name, value));
  }

  _setProperty(element, name, value) {
    const holder = this._extension(element, 'zeebe:Properties', { properties: [] });
    const others = holder.get('properties').filter((each) => each.get('name') !== name);
    const property = this.bpmnFactory.create('zeebe:Property', { name, value });
    property.$parent = holder;
    this.modeling.updateModdleProperties(element, holder, { properties: [...others, property] });
  }

  _mapping(element) {
    return this._extension(element, 'zeebe:IoMapping', { inputParameters: [], outputParameters: [] });
  }

  _extension(element, type, properties) {
    const present = extension(element, type);
    if (present) {
      return present;
    }
    const object = getBusinessObject(element);
    const old = object.get('extensionElements');
    const elements = this.bpmnFactory.create('bpmn:ExtensionElements', { values: old ? old.get('values').slice() : [] });
    elements.$parent = object;
    const added = this.bpmnFactory.create(type, properties);
    added.$parent = elements;
    elements.get('values').push(added);
    this.modeling.updateProperties(element, { extensionElements: elements });
    return added;
  }

  /** Lines created together with their blocks find them by id: ids change when all are there. */
  _settleAll(elements) {
    this.createdTogether--;
    elements.filter((element) => !element.waypoints).forEach((element) => this._settle(element));
  }

  _settle(element) {
    if (this.createdTogether || !element || element.labelTarget || !element.parent) {
      return;
    }
    const block = this.catalog.of(element);
    if (!block) {
      return;
    }
    this._rename(element, block);
    if (block.template) {
      this._nameOutput(element);
      this.fillLists(element);
    } else if (block.timer) {
      this._nameWait(element);
    }
  }

  /** Ids are what lists are called in formulas: short, legal, readable. */
  _rename(element, block) {
    if (new RegExp(`^${block.idPrefix}_\\d+$`).test(element.id)) {
      return;
    }
    let number = 1;
    while (this.elementRegistry.get(`${block.idPrefix}_${number}`)) {
      number++;
    }
    this.modeling.updateProperties(element, { id: `${block.idPrefix}_${number}` });
  }

  _nameOutput(element) {
    const mapping = this._mapping(element);
    const outputs = mapping.get('outputParameters') || [];
    if (outputs.length === 1 && outputs[0].get('target') === element.id && outputs[0].get('source') === '=result') {
      return;
    }
    const output = this.bpmnFactory.create('zeebe:Output', { source: '=result', target: element.id });
    output.$parent = mapping;
    this.modeling.updateModdleProperties(element, mapping, { outputParameters: [output] });
  }

  _nameWait(element) {
    const timer = getBusinessObject(element).get('eventDefinitions')[0];
    const formula = `=wait_${element.id}`;
    if (timer.get('timeDuration') && timer.get('timeDuration').get('body') === formula) {
      return;
    }
    const duration = this.bpmnFactory.create('bpmn:FormalExpression', { body: formula });
    duration.$parent = timer;
    this.modeling.updateModdleProperties(element, timer, { timeDuration: duration });
    if (!waitOf(element)) {
      this.setProperty(element, WAIT, 'P7D+B');
    }
  }

  /** Empty "which list" fields get the nearest list that fits, here and in the blocks behind. */
  fillLists(element) {
    const seen = new Set();
    const open = [element];
    while (open.length) {
      const next = open.pop();
      if (!next || seen.has(next)) {
        continue;
      }
      seen.add(next);
      this._fillOwnLists(next);
      (next.outgoing || []).filter((flow) => is(flow, 'bpmn:SequenceFlow')).forEach((flow) => open.push(flow.target));
    }
  }

  _fillOwnLists(element) {
    const block = this.catalog.of(element);
    if (!block || !block.template) {
      return;
    }
    for (const field of block.fields.filter((each) => each.kind === 'AUDIENCE' && each.required)) {
      if (!inputSource(element, field.name)) {
        const likely = likelySet(field, block, upstreamSets(element, this.catalog));
        if (likely) {
          this.setInput(element, field.name, likely.value);
        }
      }
    }
  }
}

Building.$inject = [
  'eventBus',
  'elementFactory',
  'elementRegistry',
  'elementTemplates',
  'bpmnFactory',
  'modeling',
  'wbTogether',
  'wbCatalog',
];

const WAIT = 'waybot:wait';

/** How long a wait lasts (ISO 8601), or undefined. */
export function waitOf(element) {
  const holder = extension(element, 'zeebe:Properties');
  const property = holder && (holder.get('properties') || []).find((each) => each.get('name') === WAIT);
  return property && property.get('value');
}

/** All waits of the drawing: element id to duration. */
export function waits(elementRegistry) {
  const found = {};
  elementRegistry.forEach((element) => {
    const wait = !element.labelTarget && element.businessObject && waitOf(element);
    if (wait) {
      found[element.id] = wait;
    }
  });
  return found;
}
