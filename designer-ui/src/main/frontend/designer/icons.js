// Pictures of the palette: 24 x 24, drawn with lines; the names are those that robots give in @RobotInfo.
const PATHS = {
  robot: 'M6 9h12v9H6zM12 9V5M9 13h.01M15 13h.01M9.500 16h5',
  start: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3 2',
  end: 'M12 3a9 9 0 1 0 .01 0M9 9h6v6H9z',
  data: 'M12 3c4 0 7 1.200 7 3s-3 3-7 3-7-1.200-7-3 3-3 7-3M5 6v12c0 1.800 3 3 7 3s7-1.200 7-3V6M5 12c0 1.800 3 3 7 3s7-1.200 7-3',
  people: 'M9 11a3.500 3.500 0 1 0-.01 0M3 20c0-4 3-6 6-6s6 2 6 6M16 11a3 3 0 0 0 0-6M17.500 14.500c2.300.8 3.500 2.700 3.500 5.500',
  shield: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  split: 'M4 12h6M10 12l8-6M10 12l8 6M15 5.500l3.500.300-1 3.300M17.500 14.900l1 3.300-3.500.300',
  sheet: 'M5 3h10l4 4v14H5zM8 11h8M8 15h8M12 11v8',
  'sheet-out': 'M5 3h10l4 4v14H5zM9 14h6M12.500 11l3 3-3 3',
  content: 'M5 4h14v16H5zM8 8h8M8 12h8M8 16h5',
  score: 'M4 19h16M6 16v-4M11 16V8M16 16V5',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14',
  target: 'M12 3a9 9 0 1 0 .01 0M12 7.500a4.500 4.500 0 1 0 .01 0M12 12h.01',
  sms: 'M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5',
  push: 'M7 3h10v18H7zM11 18h2M10 7h4M10 10h4',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1.500 2.500h3L15 13h5',
  email: 'M3 6h18v12H3zM3 7l9 7 9-7',
  branch: 'M4 20h16M5 20V9l7-5 7 5v11M9 20v-6h6v6',
  wecom: 'M9 4c4 0 6 2.500 6 5.500S13 15 9 15l-4 2 1-3c-2-1-3-2.700-3-4.500C3 6.500 5 4 9 4M15 10c3 0 6 2 6 5 0 1.500-.8 2.700-2 3.500l.5 2.500-3-1.500c-2.500.3-4.500-.8-5.500-2.500',
  wait: 'M7 3h10M7 21h10M8 3c0 5 8 5 8 9s-8 4-8 9M16 3c0 5-8 5-8 9s8 4 8 9',
  collect: 'M12 4v9M8.500 10l3.500 3.500 3.500-3.500M4 15v5h16v-5',
  fork: 'M12 21v-8M12 13L6 6M12 13l6-7M5 9.500L5.500 5.500 9.500 6M14.500 6l4-.5.5 4',
  gift: 'M4 9h16v4H4zM6 13v8h12v-8M12 9v12M12 9c-4 0-5.500-5-2.500-5S12 9 12 9s0-5 2.500-5S16 9 12 9',
  evaluate: 'M4 20V4M4 20h16M7 15l4-5 3 3 5-7',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
  report: 'M6 3h12v18H6zM9 8h6M9 12h6M9 17v-1M12 17v-3M15 17v-2',
  train: 'M12 4a4 4 0 0 0-4 3 4 4 0 0 0-2 7 4 4 0 0 0 6 5 4 4 0 0 0 6-5 4 4 0 0 0-2-7 4 4 0 0 0-4-3M12 4v15M8.500 11H12M12 14h3.500',
  question: 'M12 3a9 9 0 1 0 .01 0M9.500 9.500c0-3 5-3 5 0 0 2-2.500 2-2.500 4M12 17h.01',
  condition: 'M12 3l9 9-9 9-9-9zM9.500 9.500l5 5M14.500 9.500l-5 5',
  parallel: 'M12 3l9 9-9 9-9-9zM12 8v8M8 12h8',
};

/** The line drawing of a block; that of a robot when the name is unknown. */
export function iconPath(name) {
  return PATHS[name] || PATHS.robot;
}

/** A new svg element with the drawing. */
export function icon(name, color) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.appendChild(iconShape(name, color));
  return svg;
}

/** The drawing alone, to be put into an existing svg. */
export function iconShape(name, color) {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', iconPath(name));
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', color);
  path.setAttribute('stroke-width', '1.7');
  path.setAttribute('stroke-linecap', 'round');
  path.setAttribute('stroke-linejoin', 'round');
  return path;
}

const COLORS = {
  START: '#3d5a80',
  LIST: '#0b57a4',
  MATERIAL: '#00838f',
  STRATEGY: '#6a3fb5',
  REACH: '#c2570c',
  FEEDBACK: '#1b7f4b',
  BENEFIT: '#b0216b',
  EVALUATION: '#8a6d00',
  CONSULTATION: '#5d6b2e',
  FLOW: '#3d5a80',
};

/** The colour of a palette group. */
export function groupColor(group) {
  return COLORS[group] || COLORS.FLOW;
}
