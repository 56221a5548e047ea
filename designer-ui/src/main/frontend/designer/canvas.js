import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import minimapModule from 'diagram-js-minimap';
import behaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import { CloudElementTemplatesCoreModule } from 'bpmn-js-element-templates/core';
import { BpmnPropertiesPanelModule } from 'bpmn-js-properties-panel';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

import { Building, waits } from './building';
import { Catalog } from './catalog';
import { SharedClipboard } from './clipboard';
import { AppendMenu, BlockContextPad, NoPalette } from './context-pad';
import { BlockFields } from './fields';
import { Keys } from './keys';
import { Lock } from './lock';
import { Marks } from './marks';
import { TitledMenus } from './menus';
import { Naming } from './naming';
import { BlockPalette } from './palette';
import { Pasting } from './pasting';
import { BlockRenderer } from './renderer';
import { SegmentCounts } from './segment-count';
import { Together } from './together';
import { translator } from './translate';
import { Unsaved } from './unsaved';

const SAVE_AFTER = 1200;
const SAVE_AT_LATEST = 4000;
const KEEP_AFTER = 400;

/**
 * The drawing of a journey, editable or not. Lives in the light DOM, as bpmn-js needs it. Tells the server by events:
 * wb-changed { xml, waits, number }, wb-selected { id }, wb-count-asked { code }, wb-missed { text },
 * wb-failed { message }, wb-unsaved { at, basis }: this browser has drawn what the server never confirmed.
 */
class WaybotCanvas extends HTMLElement {
  constructor() {
    super();
    this.configured = new Promise((done) => (this.markConfigured = done));
    this.drawn = new Promise((done) => (this.markDrawn = done));
  }

  /** config: { blocks, words, language, readOnly, fields: selector of the element for the fields } */
  configure(config) {
    this.config = config;
    this.fields = config.fields && document.querySelector(config.fields);
    this.catalog = new Catalog(config.blocks);
    this.segmentCounts = new SegmentCounts((code) => this._tell('wb-count-asked', { code }));
    const palette = element('aside', 'wb-palette');
    this.drawing = element('div', 'wb-drawing');
    this.replaceChildren(...(config.readOnly ? [this.drawing] : [palette, this.drawing]));
    this.modeler = config.readOnly ? this._viewer() : this._modeler();
    this.marks = new Marks(
      this.modeler.get('overlays'),
      this.modeler.get('elementRegistry'),
      this.modeler.get('canvas'),
    );
    this.modeler.on('selection.changed', ({ newSelection }) => this._selected(newSelection));
    if (!config.readOnly) {
      this._edit(palette);
    }
    if (config.readOnly) {
      this._keepFitted();
    }
    this.markConfigured();
  }

  /** A drawing that is only looked at stays whole when the page around it changes its width. */
  _keepFitted() {
    this.resizing = new ResizeObserver(() => {
      if (this.fitted && this.drawing.clientWidth > 0) {
        this.modeler.get('canvas').resized();
        this.fit();
      }
    });
    this.resizing.observe(this.drawing);
  }

  _shared() {
    return {
      wbCatalog: ['value', this.catalog],
      wbWords: ['value', this.config.words],
      wbToday: ['value', this.config.today],
      __init__: ['wbRenderer'],
      wbRenderer: ['type', BlockRenderer],
      translate: ['value', translator(this.config.language, (text) => this._tell('wb-missed', { text }))],
    };
  }

  _viewer() {
    return new NavigatedViewer({
      container: this.drawing,
      moddleExtensions: { zeebe },
      additionalModules: [this._shared()],
    });
  }

  _modeler() {
    return new Modeler({
      container: this.drawing,
      moddleExtensions: { zeebe },
      propertiesPanel: { parent: this.fields },
      elementTemplates: { loadTemplates: this.config.blocks.filter((block) => block.template).map((block) => block.template) },
      additionalModules: [
        minimapModule,
        behaviorsModule,
        CloudElementTemplatesCoreModule,
        BpmnPropertiesPanelModule,
        {
          ...this._shared(),
          __init__: ['wbRenderer', 'wbLock', 'wbBuilding', 'wbPasting', 'wbContextPad', 'wbAppendMenu', 'wbFields', 'wbKeys'],
          wbLocked: ['value', () => this.locked],
          wbLock: ['type', Lock],
          wbBuilding: ['type', Building],
          wbPasting: ['type', Pasting],
          clipboard: ['type', SharedClipboard],
          popupMenu: ['type', TitledMenus],
          labelEditingProvider: ['type', Naming],
          wbTogether: ['type', Together],
          wbKeys: ['type', Keys],
          wbContextPad: ['type', BlockContextPad],
          wbAppendMenu: ['type', AppendMenu],
          wbFields: ['type', BlockFields],
          wbSegmentCounts: ['value', this.segmentCounts],
          paletteProvider: ['type', NoPalette],
        },
      ],
    });
  }

  _edit(palette) {
    new BlockPalette(palette, this.config.words).show(
      this.config.blocks,
      (event, block) => this.locked || this.modeler.get('create').start(event, this.modeler.get('wbBuilding').create(block)),
      (event, block) => this.add(block.id),
    );
    this.modeler.on('commandStack.changed', () => this._changed());
    this.modeler.on('elementTemplates.errors', ({ errors }) =>
      this._tell('wb-failed', { message: errors.map((error) => error.message).join('; ') }),
    );
  }

  /** Shows a journey and answers whether it could be read. kept: { owner, basis } of one that may be edited. */
  async open(xml, kept) {
    await this.configured;
    try {
      await this._import(xml);
      this.fit();
      this.fitted = true;
      if (kept) {
        this._remember(kept);
      }
      return true;
    } catch (error) {
      this._tell('wb-failed', { message: error.message });
      return false;
    } finally {
      this.markDrawn();
    }
  }

  async _import(xml) {
    try {
      this.loading = true;
      await this.modeler.importXML(xml);
    } finally {
      this.loading = false;
    }
  }

  _remember({ owner, basis }) {
    this.unsaved = new Unsaved(owner);
    this.basis = basis;
    this.number = 0;
    this.confirmed = 0;
    const lost = this.unsaved.read();
    if (lost) {
      this._tell('wb-unsaved', { at: lost.at, basis: lost.basis });
    }
  }

  /** Shows again what the server never confirmed, and answers its XML. */
  async restore() {
    const lost = this.unsaved.read();
    await this._import(lost.xml);
    return lost.xml;
  }

  /** The server has this change, or all up to now if it names none. */
  kept(basis, number = this.number) {
    this.basis = basis;
    this.confirmed = Math.max(this.confirmed, number);
    if (this.confirmed >= this.number) {
      window.clearTimeout(this.keeping);
      this.unsaved.forget();
    }
  }

  /** A block put behind the selected one, or at the end, or in the middle of an empty canvas. */
  add(id) {
    if (this.locked) {
      return undefined;
    }
    const block = this.catalog.get(id);
    const shape = this.modeler.get('wbBuilding').create(block);
    const before = this._before(block);
    let added;
    if (before) {
      added = this.modeler.get('autoPlace').append(before, shape);
    } else {
      const canvas = this.modeler.get('canvas');
      const view = canvas.viewbox();
      const middle = { x: Math.round(view.x + view.width / 2), y: Math.round(view.y + view.height / 2) };
      added = this.modeler.get('modeling').createShape(shape, middle, canvas.getRootElement());
    }
    this.modeler.get('selection').select(added);
    this.modeler.get('canvas').scrollToElement(added, 80);
    return added.id;
  }

  _before(block) {
    if (block.id === 'start') {
      return undefined;
    }
    const [selected] = this.modeler.get('selection').get();
    if (selected && canLead(selected)) {
      return selected;
    }
    const open = this.modeler
      .get('elementRegistry')
      .filter((each) => canLead(each) && !(each.outgoing || []).length)
      .sort((left, right) => right.x - left.x);
    return open[0];
  }

  undo() {
    if (!this.locked) {
      this.modeler.get('commandStack').undo();
    }
  }

  redo() {
    if (!this.locked) {
      this.modeler.get('commandStack').redo();
    }
  }

  copy() {
    this.modeler.get('editorActions').trigger('copy');
  }

  paste() {
    if (!this.locked) {
      this.modeler.get('editorActions').trigger('paste');
    }
  }

  find() {
    this.modeler.get('searchPad').toggle();
  }

  zoom(step) {
    this.modeler.get('zoomScroll').stepZoom(step);
  }

  minimap() {
    this.modeler.get('minimap').toggle();
  }

  fit() {
    const canvas = this.modeler.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    canvas.zoom(Math.min(1, canvas.zoom() * 0.94), 'auto');
  }

  /** Selects an element and brings it into view. */
  async show(id) {
    await this.drawn;
    const found = this.modeler.get('elementRegistry').get(id);
    if (found && found.parent) {
      this.modeler.get('canvas').scrollToElement(found, 120);
      this.modeler.get('selection').select(found);
    }
  }

  async findings(findings) {
    await this.drawn;
    this.marks.findings(findings);
  }

  async counts(counts) {
    await this.drawn;
    this.marks.counts(counts);
  }

  /** Colours elements: { elementId: css classes }; classes given before and not now are taken away. */
  async paint(classes) {
    await this.drawn;
    const canvas = this.modeler.get('canvas');
    (this.painted || []).forEach(([id, name]) => canvas.removeMarker(id, name));
    this.painted = Object.entries(classes)
      .filter(([id]) => this.modeler.get('elementRegistry').get(id))
      .flatMap(([id, names]) => names.split(' ').map((name) => [id, name]));
    this.painted.forEach(([id, name]) => canvas.addMarker(id, name));
  }

  /** How many customers a segment has, in words, for the field that asked. */
  counted(code, text) {
    this.segmentCounts.told(code, text);
  }

  async xml() {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  /** Gives the drawing to the person as a file of a kind: bpmn or svg. */
  async download(kind, fileName) {
    const text = kind === 'svg' ? (await this.modeler.saveSVG()).svg : await this.xml();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: kind === 'svg' ? 'image/svg+xml' : 'application/xml' }));
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** Locks or unlocks the drawing; looking around and selecting stay possible. */
  async setEditable(editable) {
    await this.configured;
    this.locked = !editable;
    this.classList.toggle('wb-locked', this.locked);
    this.fields.toggleAttribute('inert', this.locked);
  }

  /** Saves what is not saved yet, now. */
  async flush() {
    window.clearTimeout(this.saving);
    if (this.since) {
      await this._save();
    }
  }

  _changed() {
    if (this.loading) {
      return;
    }
    const now = Date.now();
    this.since = this.since || now;
    window.clearTimeout(this.saving);
    const wait = Math.max(0, Math.min(SAVE_AFTER, this.since + SAVE_AT_LATEST - now));
    this.saving = window.setTimeout(() => this._save(), wait);
    this.number++;
    window.clearTimeout(this.keeping);
    this.keeping = window.setTimeout(() => this._keep(), KEEP_AFTER);
  }

  async _keep() {
    const number = this.number;
    const xml = await this.xml();
    if (number > this.confirmed) {
      this.unsaved.keep(xml, this.basis);
    }
  }

  async _save() {
    this.since = undefined;
    const number = this.number;
    this._tell('wb-changed', { xml: await this.xml(), waits: waits(this.modeler.get('elementRegistry')), number });
  }

  _selected(selection) {
    const one = selection.length === 1 ? selection[0] : undefined;
    this._tell('wb-selected', { id: one ? one.id : '' });
  }

  _tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function canLead(shape) {
  const object = shape.businessObject;
  return (
    !shape.labelTarget &&
    !!object &&
    object.$instanceOf('bpmn:FlowNode') &&
    !object.$instanceOf('bpmn:EndEvent') &&
    !object.$instanceOf('bpmn:BoundaryEvent')
  );
}

function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

customElements.define('waybot-canvas', WaybotCanvas);
