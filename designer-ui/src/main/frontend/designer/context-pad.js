import { is } from 'bpmn-js/lib/util/ModelUtil';
import { icon, groupColor } from './icons';

const KEPT = ['connect', 'delete'];
const KEPT_OF_SEVERAL = ['align-elements', 'delete'];

/** Around a selected block: add the next block, connect, delete; nothing that only engineers understand. */
export class BlockContextPad {
  constructor(contextPad, popupMenu, wbWords) {
    Object.assign(this, { popupMenu, words: wbWords });
    contextPad.registerProvider(400, this);
  }

  getContextPadEntries(element) {
    return (given) => {
      const entries = kept(KEPT, given);
      if (is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent') && !element.labelTarget) {
        entries['wb-append'] = {
          group: 'model',
          className: 'wb-pad-append',
          html: '<div class="entry wb-pad-append">+</div>',
          title: this.words.append,
          action: { click: (event) => this._open(event, element) },
        };
      }
      return entries;
    };
  }

  getMultiElementContextPadEntries() {
    return (given) => kept(KEPT_OF_SEVERAL, given);
  }

  _open(event, element) {
    this.popupMenu.open(element, 'wb-append', { x: event.clientX, y: event.clientY }, {
      title: this.words.append,
      search: true,
      width: 260,
    });
  }
}

BlockContextPad.$inject = ['contextPad', 'popupMenu', 'wbWords'];

function kept(names, given) {
  return Object.fromEntries(names.filter((name) => given[name]).map((name) => [name, given[name]]));
}

/** The list of blocks that can follow. */
export class AppendMenu {
  constructor(popupMenu, autoPlace, selection, wbBuilding, wbCatalog) {
    Object.assign(this, { autoPlace, selection, building: wbBuilding, catalog: wbCatalog });
    popupMenu.registerProvider('wb-append', this);
  }

  getPopupMenuEntries(target) {
    const entries = {};
    for (const block of this.catalog.blocks.filter((each) => each.id !== 'start')) {
      entries[block.id] = {
        label: block.name,
        group: { id: block.group, name: block.groupName },
        imageHtml: picture(block),
        action: () => {
          const shape = this.autoPlace.append(target, this.building.create(block));
          this.selection.select(shape);
        },
      };
    }
    return entries;
  }
}

AppendMenu.$inject = ['popupMenu', 'autoPlace', 'selection', 'wbBuilding', 'wbCatalog'];

function picture(block) {
  return icon(block.icon, groupColor(block.group)).outerHTML;
}

/** The bpmn-js palette is replaced by ours. */
export class NoPalette {}
