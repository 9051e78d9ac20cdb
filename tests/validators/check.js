// SPDX-License-Identifier: GPL-3.0-or-later
// node check.js DATAPACKAGE.JSON
// Reads a Frictionless data package with the libraries of that standard, not with ours: descriptor, every table
// against its schema, foreign keys. Prints {"ok", "problems", "rows"}; exit 0 when all is well, else 1.
"use strict";

const { Package } = require("datapackage");

async function check(path) {
    const problems = [];
    const rows = {};
    const descriptor = await Package.load(path);
    for (const error of descriptor.errors)
        problems.push(`descriptor: ${error.message}`);
    for (const resource of descriptor.resources) {
        for (const error of resource.errors)
            problems.push(`${resource.name}: ${error.message}`);
        if (!resource.tabular) {
            problems.push(`${resource.name}: is no table`);
            continue;
        }
        try {
            rows[resource.name] = (await resource.read({ relations: true })).length;
        } catch (error) {
            const each = error.multiple ? error.errors : [error];
            for (const one of each.slice(0, 20))
                problems.push(`${resource.name}: ${one.message}`);
        }
    }
    return { ok: problems.length === 0, problems, rows };
}

check(process.argv[2]).then(
    (found) => {
        console.log(JSON.stringify(found));
        process.exitCode = found.ok ? 0 : 1;
    },
    (error) => {
        console.log(JSON.stringify({ ok: false, problems: [String(error.message)], rows: {} }));
        process.exitCode = 1;
    }
);
