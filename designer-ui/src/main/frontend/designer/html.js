import htm from 'htm';
import { h } from '@bpmn-io/properties-panel/preact';

/** Templates for the properties panel, made with the panel's own preact. */
export const html = htm.bind(h);
