/** Our own line drawings on a 24×24 field, under the names that the template's icon font uses. */
const drawings: Readonly<Record<string, string>> = {
  'icon-menu': 'M4 7h16M4 12h16M4 17h16',
  'icon-view-dashboard': 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  'icon-account': 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-5 8-5s7 1 8 5',
  'icon-account-multiple':
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c.6-4 3-6 7-6s6.4 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.3.800 3.6 2.7 4 5.5',
  'icon-account-search':
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c.5-4 2.5-6 6-6M16.5 19a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM18.7 18.2 22 21.5',
  'icon-cash-usd': 'M3 6h18v12H3zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 9v6M18 9v6',
  'icon-headset': 'M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v5H4zM17 14h3v5h-3zM19 19c0 2-2 3-5 3',
  'icon-router-wireless':
    'M4 14h16v6H4zM8 17h.1M12 17h4M12 14V9M8.5 6.5a5 5 0 0 1 7 0M6 4a8.5 8.5 0 0 1 12 0',
  'icon-file-chart': 'M6 3h8l5 5v13H6zM9 18v-4M12.5 18v-7M16 18v-2',
  'icon-cog':
    'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1',
  'icon-chevron-right': 'M9 5l7 7-7 7',
  'icon-chevron-down': 'M5 9l7 7 7-7',
  'icon-magnify': 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  'icon-bell': 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21.5h4',
  'icon-plus': 'M12 5v14M5 12h14',
  'icon-refresh': 'M19 12a7 7 0 1 1-2-5M19 3v5h-5',
  'icon-history': 'M5 12a7.5 7.5 0 1 0 2-5M4.5 3.5V8H9M12 8v5l3.5 2',
  'icon-pencil': 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  'icon-arrow-left': 'M20 12H4M10 6l-6 6 6 6',
  'icon-printer': 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  'icon-message': 'M4 4h16v12H9l-5 5z',
  'icon-close': 'M6 6l12 12M18 6L6 18',
  'icon-alert': 'M12 3 2 20h20zM12 10v4M12 17h.1',
}

function rule([name, path]: [string, string]): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  return `.${name}{--drawing:url("data:image/svg+xml,${encodeURIComponent(svg)}")}`
}

/** The style sheet of the icons: each class is a mask over the colour of its text, as a font icon would look. */
export const iconStyles = [
  ...Object.entries(drawings).map(rule),
  '[class*="icon-"]{-webkit-mask:var(--drawing) center/contain no-repeat;mask:var(--drawing) center/contain no-repeat}',
].join('\n')
