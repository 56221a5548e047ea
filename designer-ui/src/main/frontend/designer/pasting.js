import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import { extension } from './catalog';

const LIST = /^=\s*([A-Za-z_]\w*)\.(\w+)$/;

/**
 * Pasted blocks name each other's lists by their new ids. A list of a block that is not in this journey is forgotten, so
 * that the nearest one that fits takes its place.
 */
export class Pasting extends CommandInterceptor {
  constructor(eventBus, elementRegistry, modeling, wbBuilding) {
    super(eventBus);
    Object.assign(this, { elementRegistry, modeling, building: wbBuilding, copiedFrom: new WeakMap() });
    eventBus.on('copyPaste.pasteElement', 900, ({ descriptor }) => {
      if (descriptor.businessObject && !descriptor.labelTarget) {
        this.copiedFrom.set(descriptor.businessObject, descriptor.id);
      }
    });
    this.postExecuted('elements.create', 300, ({ context }) => this._rewire(context.elements));
  }

  _rewire(elements) {
    const pasted = elements.filter((each) => !each.labelTarget && this.copiedFrom.has(getBusinessObject(each)));
    const renamed = new Map(pasted.map((each) => [this.copiedFrom.get(getBusinessObject(each)), each.id]));
    pasted.forEach((each) => (each.waypoints ? this._condition(each, renamed) : this._inputs(each, renamed)));
    pasted.filter((each) => !each.waypoints).forEach((each) => this.building.fillLists(each));
  }

  _inputs(element, renamed) {
    const mapping = extension(element, 'zeebe:IoMapping');
    for (const input of (mapping && mapping.get('inputParameters')) || []) {
      const named = LIST.exec(input.get('source') || '');
      if (named && renamed.has(named[1])) {
        this.building.setInput(element, input.get('target'), `=${renamed.get(named[1])}.${named[2]}`);
      } else if (named && !this.elementRegistry.get(named[1])) {
        this.building.setInput(element, input.get('target'), undefined);
      }
    }
  }

  _condition(flow, renamed) {
    const condition = getBusinessObject(flow).get('conditionExpression');
    const before = (condition && condition.get('body')) || '';
    const after = before.replace(/[A-Za-z_]\w*(?=\.)/g, (id) => renamed.get(id) || id);
    if (after !== before) {
      this.modeling.updateModdleProperties(flow, condition, { body: after });
    }
  }
}

Pasting.$inject = ['eventBus', 'elementRegistry', 'modeling', 'wbBuilding'];
