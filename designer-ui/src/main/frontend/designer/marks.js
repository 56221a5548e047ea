const KIND = { ERROR: 'error', WARNING: 'warning' };

/** Findings and counts on the drawing. Everything is built with textContent: texts may come from people. */
export class Marks {
  constructor(overlays, elementRegistry, canvas) {
    Object.assign(this, { overlays, elementRegistry, canvas });
  }

  findings(findings) {
    this.overlays.remove({ type: 'wb-finding' });
    const byElement = new Map();
    for (const finding of findings) {
      const list = byElement.get(finding.elementId) || [];
      list.push(finding);
      byElement.set(finding.elementId, list);
    }
    byElement.forEach((list, id) => this._finding(id, list));
  }

  _finding(id, list) {
    const element = this.elementRegistry.get(id);
    if (!element || !element.parent) {
      return;
    }
    const worst = list.some((each) => each.severity === 'ERROR') ? 'ERROR' : 'WARNING';
    const mark = document.createElement('div');
    mark.className = `wb-mark ${KIND[worst]}`;
    mark.textContent = String(list.length);
    mark.title = list.map((each) => each.message).join('\n');
    this.overlays.add(element, 'wb-finding', { position: { top: -9, right: 11 }, html: mark });
  }

  /** Counts: [{ id, text, kind }] with kind flow | removed | cost | active | incident, and forecast, stale besides. */
  counts(counts) {
    this.overlays.remove({ type: 'wb-count' });
    for (const count of counts) {
      const element = this.elementRegistry.get(count.id);
      if (element && element.parent) {
        this._count(element, count);
      }
    }
  }

  _count(element, count) {
    const label = document.createElement('div');
    label.className = `wb-count ${count.kind || ''}`;
    label.textContent = count.text;
    if (count.title) {
      label.title = count.title;
    }
    this.overlays.add(element, 'wb-count', { position: this._place(element, count), html: label });
  }

  _place(element, count) {
    if (element.waypoints) {
      const middle = Math.floor((element.waypoints.length - 1) / 2);
      const [from, to] = [element.waypoints[middle], element.waypoints[middle + 1]];
      const left = Math.min(...element.waypoints.map((point) => point.x));
      const top = Math.min(...element.waypoints.map((point) => point.y));
      return { left: (from.x + to.x) / 2 - left - 16, top: (from.y + to.y) / 2 - top - 20 };
    }
    if ((count.kind || '').startsWith('cost')) {
      return { bottom: -4, right: 40 };
    }
    if (count.kind === 'active') {
      return { top: -12, left: -10 };
    }
    return count.kind === 'incident' ? { top: -12, right: 14 } : { bottom: -4, left: 2 };
  }
}
