import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { groupColor, iconShape } from './icons';

/** Draws robot blocks with the picture and colour they have in the palette. */
export class BlockRenderer extends BaseRenderer {
  constructor(eventBus, bpmnRenderer, wbCatalog) {
    super(eventBus, 1500);
    this.bpmnRenderer = bpmnRenderer;
    this.catalog = wbCatalog;
  }

  canRender(element) {
    return is(element, 'bpmn:ServiceTask') && !element.labelTarget && !!this.catalog.of(element);
  }

  drawShape(parent, element) {
    const block = this.catalog.of(element);
    const color = groupColor(block.group);
    const shape = this.bpmnRenderer.handlers['bpmn:Task'](parent, element, { stroke: color, fill: '#fff' });
    const picture = iconShape(block.icon, color);
    picture.setAttribute('transform', 'translate(5 4) scale(0.85)');
    parent.appendChild(picture);
    return shape;
  }

  getShapePath(element) {
    return this.bpmnRenderer.getShapePath(element);
  }
}

BlockRenderer.$inject = ['eventBus', 'bpmnRenderer', 'wbCatalog'];
