import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';

/** The blocks that the server offers, and how to recognise them on the canvas. */
export class Catalog {
  constructor(blocks) {
    this.blocks = blocks;
    this._byId = new Map(blocks.map((block) => [block.id, block]));
  }

  get(id) {
    return this._byId.get(id);
  }

  /** The block an element was made from, by its template or else by its kind; undefined for foreign ones. */
  of(element) {
    const object = getBusinessObject(element);
    if (!object) {
      return undefined;
    }
    const template = object.get('zeebe:modelerTemplate');
    if (template) {
      return this._byId.get(template);
    }
    return this._ofJob(element) || this._plain(element);
  }

  _ofJob(element) {
    const definition = extension(element, 'zeebe:TaskDefinition');
    if (!definition) {
      return undefined;
    }
    const ofJob = this.blocks.filter((block) => block.job === definition.get('type'));
    return ofJob.find((block) => fits(block, element)) || ofJob[0];
  }

  _plain(element) {
    if (element.labelTarget) {
      return undefined;
    }
    return this.blocks.find((block) => block.bpmn && is(element, block.bpmn) && isTimer(element) === !!block.timer);
  }
}

function fits(block, element) {
  return Object.entries(block.fixed || {}).every(([name, value]) => inputSource(element, name) === value);
}

function isTimer(element) {
  const events = getBusinessObject(element).get('eventDefinitions') || [];
  return events.some((event) => is(event, 'bpmn:TimerEventDefinition'));
}

/** The extension of a type on an element, such as its task definition. */
export function extension(element, type) {
  const elements = getBusinessObject(element).get('extensionElements');
  return elements && elements.get('values').find((value) => is(value, type));
}

/** What an input mapping takes its value from, as written: text, or a formula after "=". */
export function inputSource(element, name) {
  const mapping = extension(element, 'zeebe:IoMapping');
  const input = mapping && (mapping.get('inputParameters') || []).find((each) => each.get('target') === name);
  return input ? input.get('source') : undefined;
}

/**
 * The lists that blocks before this one produce, nearest first: { value, label, element, set }.
 * Loops are walked once.
 */
export function upstreamSets(element, catalog) {
  const found = [];
  const seen = new Set([element]);
  let ring = [element];
  while (ring.length) {
    const next = [];
    for (const each of ring) {
      for (const flow of each.incoming || []) {
        if (is(flow, 'bpmn:SequenceFlow') && flow.source && !seen.has(flow.source)) {
          seen.add(flow.source);
          next.push(flow.source);
          found.push(...setsOf(flow.source, catalog));
        }
      }
    }
    ring = next;
  }
  return found;
}

function setsOf(element, catalog) {
  const block = catalog.of(element);
  const name = getBusinessObject(element).get('name') || (block && block.name) || element.id;
  return ((block && block.sets) || []).map((set) => ({
    value: `=${element.id}.${set.value}`,
    label: `${name} · ${set.name}`,
    element: element.id,
    set: set.value,
  }));
}

/** What fields are called that take any list. */
const ANY_LIST = 'audience';

/**
 * The list a field most likely means: that of the field's own name (treatment, control), else that of the block's
 * channel, else the first of the nearest block. A field for any list never reaches back past a nearer block: behind
 * the contact rules nobody means the list before them.
 */
export function likelySet(field, block, sets) {
  const channel = (block.fixed && block.fixed.channel) || (block.job === 'create-leads' ? 'branch' : undefined);
  return (
    (field.name !== ANY_LIST && sets.find((each) => each.set === field.name)) ||
    (channel && sets.find((each) => each.set === channel)) ||
    sets[0]
  );
}
