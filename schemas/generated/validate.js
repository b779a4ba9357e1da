// Generated from schemas/pmjob.schema.json by `npm run generate`.
import { compilePattern } from '../pattern.ts';
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"name":{"type":"string","minLength":1},"description":{"type":"string"},"approvedPatches":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"assetIds":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"assetTagIds":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"filterType":{"type":"string","enum":["Any","All"]},"exclusionAssetIds":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"exclusionFilterType":{"type":"string","enum":["Any","All"]},"exclusionTagIds":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"coAuthorUserIds":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"preDeployment":{"type":["object","null"],"additionalProperties":false,"properties":{"userMessage":{"type":"string"},"description":{"type":"string"},"deferment":{"$ref":"#/definitions/deferment"}}},"duringDeployment":{"type":["object","null"],"additionalProperties":false,"properties":{"userMessage":{"type":"string"},"description":{"type":"string"}}},"postDeployment":{"type":"object","additionalProperties":false,"properties":{"onComplete":{"type":["object","null"],"additionalProperties":false,"properties":{"alwaysShowCompletedPrompt":{"type":"boolean"},"userMessage":{"type":"string"},"description":{"type":"string"}}},"rebootCountdown":{"type":["object","null"],"additionalProperties":false,"x-expects-together":["interval","intervalUnit"],"properties":{"interval":{"type":"number"},"intervalUnit":{"$ref":"#/definitions/intervalUnit"},"userMessage":{"type":"string"},"description":{"type":"string"}}},"rebootOption":{"type":["object","null"],"additionalProperties":false,"properties":{"deferment":{"$ref":"#/definitions/deferment"},"userMessage":{"type":"string"},"description":{"type":"string"}}},"suppressReboots":{"type":"boolean"},"rebootHonorOnUserLogin":{"type":"boolean"}}},"platform":{"type":"string","enum":["Windows","Linux"]},"minimizeWindow":{"type":["boolean","string","null"],"enum":[true,false,"true","",null]},"type":{"type":"string","enum":["Install","Rollback"]},"status":{"type":"string","x-suggested":["Disabled","Enabled","Prepared"]},"timeout":{"type":"integer","minimum":-1,"maximum":10080,"not":{"const":0}},"timeoutUnit":{"type":"string","enum":["HOURS","MINUTES"]},"recurring":{"type":"boolean"},"scheduleType":{"type":"string","enum":["On-demand","Once","Daily","Weekly","Monthly"]},"opportunisticDownloads":{"type":"boolean"},"downloadRandomizeTime":{"type":"integer","minimum":0,"maximum":120},"downloadRandomizeTimeUnit":{"type":"string","enum":["HOURS","MINUTES"]},"linkedJobId":{"type":["string","null"],"pattern":"^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"},"chainedJobRule":{"type":["array","null"],"items":{"type":"object","additionalProperties":false,"x-expects":["field","threshold","condition"],"properties":{"field":{"type":"string","enum":["postDeployAction"]},"actionIds":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"threshold":{"type":["integer","string"],"minimum":1,"maximum":100,"pattern":"^(?:[1-9][0-9]?|100)?$"},"condition":{"type":"string","enum":["Post Actions were successfully executed"]}}}},"notification":{"type":"object","additionalProperties":false,"properties":{"notificationTypes":{"type":"object","additionalProperties":false,"properties":{"email":{"type":"boolean"}}},"notificationConfigs":{"type":"object","additionalProperties":false,"properties":{"recipientEmails":{"type":"string","pattern":"^(?:\\s*[^\\s,@]+@[^\\s,@.]+(?:\\.[^\\s,@.]+)+\\s*(?:,\\s*[^\\s,@]+@[^\\s,@.]+(?:\\.[^\\s,@.]+)+\\s*)*)?$"},"completedPercentage":{"type":["integer","string"],"minimum":1,"maximum":100,"pattern":"^(?:[1-9][0-9]?|100)?$"}}},"notificationEvents":{"type":"object","additionalProperties":false,"properties":{"onJobStart":{"type":"boolean"},"onJobComplete":{"type":"boolean"}}}}},"preDeployActions":{"type":["array","null"],"items":{"$ref":"#/definitions/action"}},"postDeployActions":{"type":["array","null"],"items":{"$ref":"#/definitions/action"}},"matchAllTagIds":{"type":["array","null"],"items":{"$ref":"#/definitions/uuid"}},"startDateTime":{"type":"string","pattern":"^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:0?[1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] [AP]M)?$"},"recurringWeekDays":{"type":["string","null"],"pattern":"^(?:[01](?:,[01]){6})?$"},"dayOfMonth":{"type":["integer","null"],"minimum":0,"maximum":31},"recurringDayOfMonth":{"type":["integer","null"],"minimum":1,"maximum":5},"recurringWeekDayOfMonth":{"type":["integer","null"],"minimum":0,"maximum":6},"recurringLastDayOfMonth":{"type":["boolean","null"]},"monthlyRecurringType":{"type":["integer","string","null"],"enum":[0,1,"0","1","",null]},"patchTuesdayPlusXDays":{"type":["integer","null"],"minimum":-27,"maximum":27},"timezoneType":{"type":"string","enum":["SPECIFIC_TZ","AGENT_TZ"]},"timezone":{"type":"string"},"isDynamicPatchesQQL":{"type":"boolean"},"dynamicPatchesQQL":{"type":["string","null"]},"dynamicQQLType":{"type":["integer","string","null"],"enum":[0,1,2,"",null]},"additionalDynamicPatchesQQL":{"type":["string","null"]},"additionalDynamicQQLType":{"type":["integer","string","null"],"enum":[0,1,2,"",null]},"continueOnPatchFailure":{"type":"boolean"},"customPatchURLId":{"type":["integer","null"]},"customerId":{"type":["string","null"],"pattern":"^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"},"id":{"type":["string","null"],"pattern":"^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"},"schemaVersion":{"type":["string","null"]},"createdBy":{"type":["object","null"],"properties":{"user":{"type":["object","null"],"properties":{"id":{},"name":{}}},"date":{}}},"updatedBy":{"type":["object","null"],"properties":{"user":{"type":["object","null"],"properties":{"id":{},"name":{}}},"date":{}}},"deletedBy":{"type":["object","null"],"properties":{"user":{"type":["object","null"],"properties":{"id":{},"name":{}}},"date":{}}},"patchCount":{"type":["integer","null"]},"assetCount":{},"taggedAssetCount":{"type":["integer","null"]},"applicableAssetCount":{"type":["integer","null"]},"totalAssetCount":{},"assetResultReceivedCount":{},"completionPercent":{},"jobTriggerStatus":{},"jobCategory":{"type":["integer","null"]},"jobSource":{"type":["integer","null"]},"readOnly":{"type":["boolean","null"]},"subCategory":{"type":["string","null"]},"disabledPatches":{"type":["array","null"]},"linkedToJob":{"type":["array","null"],"items":{"type":["object","null"],"properties":{"customerId":{},"id":{},"name":{},"type":{},"status":{},"createdBy":{"type":["object","null"],"properties":{"user":{"type":["object","null"],"properties":{"id":{},"name":{}}},"date":{}}},"linkedJobReferenceCount":{},"schedule":{},"previousRun":{},"nextRun":{},"chainedJobRule":{"type":["array","null"],"items":{"type":["object","null"],"properties":{"id":{},"field":{},"threshold":{},"actionIds":{"type":["array","null"],"items":{}},"condition":{},"actionDetails":{"type":["array","null"],"items":{"type":["object","null"],"properties":{"actionId":{},"action":{},"actionType":{},"params":{"type":["object","null"],"properties":{"actionItem":{},"fileChecksum":{},"timeout":{},"remediationScope":{}}},"script":{},"scriptType":{},"actionLinkedToJob":{}}}}}}}}}},"linkedJobs":{"type":["array","null"]},"jobStartCountdown":{},"passwordAction":{},"isVulnContext":{"type":["boolean","null"]},"remediationQids":{"type":["array","null"]},"isAssetImported":{"type":["boolean","null"]}},"allOf":[{"if":{"properties":{"id":{"enum":[null,""]}}},"then":{"required":["name","platform","type","scheduleType"],"properties":{"name":true,"platform":true,"type":true,"scheduleType":true,"status":{"enum":["Disabled","Enabled"]}}}},{"if":{"properties":{"timeoutUnit":{"const":"HOURS"}},"required":["timeoutUnit"]},"then":{"properties":{"timeout":{"type":"integer","maximum":168}}}},{"if":{"properties":{"downloadRandomizeTimeUnit":{"const":"HOURS"}},"required":["downloadRandomizeTimeUnit"]},"then":{"properties":{"downloadRandomizeTime":{"type":"integer","maximum":2}}}},{"if":{"properties":{"scheduleType":{"const":"Monthly"}},"required":["scheduleType"]},"then":{"properties":{"dayOfMonth":{"type":["integer","null"],"minimum":1}}}}],"definitions":{"uuid":{"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"},"intervalUnit":{"type":"string","x-suggested":["HOURS","MINUTES"]},"deferment":{"type":"object","additionalProperties":false,"x-expects-together":["interval","intervalUnit"],"properties":{"count":{"type":"number"},"interval":{"type":"number"},"intervalUnit":{"$ref":"#/definitions/intervalUnit"}}},"action":{"type":"object","additionalProperties":false,"properties":{"action":{"type":"string","x-suggested":["Run Script","Install Software","Change Registry Key","Uninstall Software"]},"actionType":{"type":"string","enum":["predeploy","postdeploy"]},"params":{"type":"object","additionalProperties":false,"properties":{"actionItem":{"type":"string"},"timeout":{"type":"integer"},"downloadURL":{"type":"string","pattern":"^(?:[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]\\S*)?$"},"downloadProtocol":{"type":"integer"},"installMethod":{"type":"integer"},"fileChecksum":{"type":"string","pattern":"^(?:[0-9A-Fa-f]{64})?$"},"remediationScope":{}}},"script":{"type":"string"},"scriptType":{"type":"string","enum":["ps","sh"]},"detectionScript":{"type":"string"},"detectionScriptType":{"type":"string","enum":["ps","sh"]},"defaultScriptType":{"type":"string","x-suggested":["MakeCache"]},"actionId":{"type":["string","null"],"pattern":"^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"},"actionLinkedToJob":{"type":["boolean","null"]}}}}};
const schema12 = {"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"};
const schema19 = {"type":"string","x-suggested":["HOURS","MINUTES"]};
const schema22 = {"type":"object","additionalProperties":false,"properties":{"action":{"type":"string","x-suggested":["Run Script","Install Software","Change Registry Key","Uninstall Software"]},"actionType":{"type":"string","enum":["predeploy","postdeploy"]},"params":{"type":"object","additionalProperties":false,"properties":{"actionItem":{"type":"string"},"timeout":{"type":"integer"},"downloadURL":{"type":"string","pattern":"^(?:[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]\\S*)?$"},"downloadProtocol":{"type":"integer"},"installMethod":{"type":"integer"},"fileChecksum":{"type":"string","pattern":"^(?:[0-9A-Fa-f]{64})?$"},"remediationScope":{}}},"script":{"type":"string"},"scriptType":{"type":"string","enum":["ps","sh"]},"detectionScript":{"type":"string"},"detectionScriptType":{"type":"string","enum":["ps","sh"]},"defaultScriptType":{"type":"string","x-suggested":["MakeCache"]},"actionId":{"type":["string","null"],"pattern":"^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"},"actionLinkedToJob":{"type":["boolean","null"]}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = compilePattern;
const pattern0 = func3("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", "u");
const pattern6 = func3("^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$", "u");
const pattern8 = func3("^(?:[1-9][0-9]?|100)?$", "u");
const pattern9 = func3("^(?:\\s*[^\\s,@]+@[^\\s,@.]+(?:\\.[^\\s,@.]+)+\\s*(?:,\\s*[^\\s,@]+@[^\\s,@.]+(?:\\.[^\\s,@.]+)+\\s*)*)?$", "u");
const pattern11 = func3("^(?:[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]\\S*)?$", "u");
const pattern12 = func3("^(?:[0-9A-Fa-f]{64})?$", "u");
const pattern18 = func3("^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:0?[1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] [AP]M)?$", "u");
const pattern19 = func3("^(?:[01](?:,[01]){6})?$", "u");
const schema18 = {"type":"object","additionalProperties":false,"x-expects-together":["interval","intervalUnit"],"properties":{"count":{"type":"number"},"interval":{"type":"number"},"intervalUnit":{"$ref":"#/definitions/intervalUnit"}}};
const keyword0 = {"dependencies":{"interval":["intervalUnit"],"intervalUnit":["interval"]}};
const keyword1 = {"enum":["HOURS","MINUTES"]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.interval !== undefined){
if(data.intervalUnit === undefined){
const err0 = {instancePath,schemaPath:"#/x-expects-together/dependencies",keyword:"dependencies",params:{property: "interval",
    missingProperty: "intervalUnit",
    depsCount: 1,
    deps: "intervalUnit"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.intervalUnit !== undefined){
if(data.interval === undefined){
const err1 = {instancePath,schemaPath:"#/x-expects-together/dependencies",keyword:"dependencies",params:{property: "intervalUnit",
    missingProperty: "interval",
    depsCount: 1,
    deps: "interval"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
var valid0 = _errs2 === errors;
if(!valid0){
const err2 = {instancePath,schemaPath:"#/x-expects-together",keyword:"x-expects-together",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "count") || (key0 === "interval")) || (key0 === "intervalUnit"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.count !== undefined){
let data0 = data.count;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err4 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.interval !== undefined){
let data1 = data.interval;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/interval",schemaPath:"#/properties/interval/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.intervalUnit !== undefined){
let data2 = data.intervalUnit;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/intervalUnit",schemaPath:"#/definitions/intervalUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const _errs12 = errors;
if(!((data2 === "HOURS") || (data2 === "MINUTES"))){
const err7 = {instancePath:instancePath+"/intervalUnit",schemaPath:"#/definitions/intervalUnit/x-suggested/enum",keyword:"enum",params:{allowedValues: keyword1.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid4 = _errs12 === errors;
if(!valid4){
const err8 = {instancePath:instancePath+"/intervalUnit",schemaPath:"#/definitions/intervalUnit/x-suggested",keyword:"x-suggested",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const keyword2 = {"dependencies":{"interval":["intervalUnit"],"intervalUnit":["interval"]}};
const keyword3 = {"enum":["HOURS","MINUTES"]};
const keyword4 = {"enum":["Disabled","Enabled","Prepared"]};
const keyword5 = {"required":["field","threshold","condition"],"properties":{"field":{"not":{"const":""}},"threshold":{"not":{"const":""}},"condition":{"not":{"const":""}}}};
const keyword6 = {"enum":["Run Script","Install Software","Change Registry Key","Uninstall Software"]};
const keyword7 = {"enum":["MakeCache"]};
const keyword8 = {"enum":["Run Script","Install Software","Change Registry Key","Uninstall Software"]};
const keyword9 = {"enum":["MakeCache"]};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
let data0 = data.id;
if(!((data0 === null) || (data0 === ""))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.platform === undefined){
const err2 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "platform"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.type === undefined){
const err3 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.scheduleType === undefined){
const err4 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "scheduleType"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.status !== undefined){
let data1 = data.status;
if(!((data1 === "Disabled") || (data1 === "Enabled"))){
const err5 = {instancePath:instancePath+"/status",schemaPath:"#/allOf/0/then/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].then.properties.status.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err6 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const _errs8 = errors;
let valid4 = true;
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.timeoutUnit === undefined) && (missing0 = "timeoutUnit")){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
if(data.timeoutUnit !== undefined){
if("HOURS" !== data.timeoutUnit){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
var _valid1 = _errs9 === errors;
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs11 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.timeout !== undefined){
let data3 = data.timeout;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err9 = {instancePath:instancePath+"/timeout",schemaPath:"#/allOf/1/then/properties/timeout/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 168 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/timeout",schemaPath:"#/allOf/1/then/properties/timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 168}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
var _valid1 = _errs11 === errors;
valid4 = _valid1;
}
if(!valid4){
const err11 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const _errs15 = errors;
let valid7 = true;
const _errs16 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.downloadRandomizeTimeUnit === undefined) && (missing1 = "downloadRandomizeTimeUnit")){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
if(data.downloadRandomizeTimeUnit !== undefined){
if("HOURS" !== data.downloadRandomizeTimeUnit){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
var _valid2 = _errs16 === errors;
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs18 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.downloadRandomizeTime !== undefined){
let data5 = data.downloadRandomizeTime;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err14 = {instancePath:instancePath+"/downloadRandomizeTime",schemaPath:"#/allOf/2/then/properties/downloadRandomizeTime/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 2 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/downloadRandomizeTime",schemaPath:"#/allOf/2/then/properties/downloadRandomizeTime/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
var _valid2 = _errs18 === errors;
valid7 = _valid2;
}
if(!valid7){
const err16 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
const _errs22 = errors;
let valid10 = true;
const _errs23 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.scheduleType === undefined) && (missing2 = "scheduleType")){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
if(data.scheduleType !== undefined){
if("Monthly" !== data.scheduleType){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
var _valid3 = _errs23 === errors;
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs25 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dayOfMonth !== undefined){
let data7 = data.dayOfMonth;
if((!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))) && (data7 !== null)){
const err19 = {instancePath:instancePath+"/dayOfMonth",schemaPath:"#/allOf/3/then/properties/dayOfMonth/type",keyword:"type",params:{type: schema11.allOf[3].then.properties.dayOfMonth.type}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/dayOfMonth",schemaPath:"#/allOf/3/then/properties/dayOfMonth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
var _valid3 = _errs25 === errors;
valid10 = _valid3;
}
if(!valid10){
const err21 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err22 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err23 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.name !== undefined){
let data9 = data.name;
if(typeof data9 === "string"){
if(data9.length < 1){
const err24 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err26 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.approvedPatches !== undefined){
let data11 = data.approvedPatches;
if((!(Array.isArray(data11))) && (data11 !== null)){
const err27 = {instancePath:instancePath+"/approvedPatches",schemaPath:"#/properties/approvedPatches/type",keyword:"type",params:{type: schema11.properties.approvedPatches.type}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err28 = {instancePath:instancePath+"/approvedPatches/" + i0,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/approvedPatches/" + i0,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
if(data.assetIds !== undefined){
let data13 = data.assetIds;
if((!(Array.isArray(data13))) && (data13 !== null)){
const err30 = {instancePath:instancePath+"/assetIds",schemaPath:"#/properties/assetIds/type",keyword:"type",params:{type: schema11.properties.assetIds.type}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
const err31 = {instancePath:instancePath+"/assetIds/" + i1,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/assetIds/" + i1,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
if(data.assetTagIds !== undefined){
let data15 = data.assetTagIds;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err33 = {instancePath:instancePath+"/assetTagIds",schemaPath:"#/properties/assetTagIds/type",keyword:"type",params:{type: schema11.properties.assetTagIds.type}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err34 = {instancePath:instancePath+"/assetTagIds/" + i2,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/assetTagIds/" + i2,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
if(data.filterType !== undefined){
let data17 = data.filterType;
if(typeof data17 !== "string"){
const err36 = {instancePath:instancePath+"/filterType",schemaPath:"#/properties/filterType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!((data17 === "Any") || (data17 === "All"))){
const err37 = {instancePath:instancePath+"/filterType",schemaPath:"#/properties/filterType/enum",keyword:"enum",params:{allowedValues: schema11.properties.filterType.enum}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.exclusionAssetIds !== undefined){
let data18 = data.exclusionAssetIds;
if((!(Array.isArray(data18))) && (data18 !== null)){
const err38 = {instancePath:instancePath+"/exclusionAssetIds",schemaPath:"#/properties/exclusionAssetIds/type",keyword:"type",params:{type: schema11.properties.exclusionAssetIds.type}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(Array.isArray(data18)){
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
let data19 = data18[i3];
if(typeof data19 === "string"){
if(!pattern0.test(data19)){
const err39 = {instancePath:instancePath+"/exclusionAssetIds/" + i3,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/exclusionAssetIds/" + i3,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
if(data.exclusionFilterType !== undefined){
let data20 = data.exclusionFilterType;
if(typeof data20 !== "string"){
const err41 = {instancePath:instancePath+"/exclusionFilterType",schemaPath:"#/properties/exclusionFilterType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!((data20 === "Any") || (data20 === "All"))){
const err42 = {instancePath:instancePath+"/exclusionFilterType",schemaPath:"#/properties/exclusionFilterType/enum",keyword:"enum",params:{allowedValues: schema11.properties.exclusionFilterType.enum}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.exclusionTagIds !== undefined){
let data21 = data.exclusionTagIds;
if((!(Array.isArray(data21))) && (data21 !== null)){
const err43 = {instancePath:instancePath+"/exclusionTagIds",schemaPath:"#/properties/exclusionTagIds/type",keyword:"type",params:{type: schema11.properties.exclusionTagIds.type}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
let data22 = data21[i4];
if(typeof data22 === "string"){
if(!pattern0.test(data22)){
const err44 = {instancePath:instancePath+"/exclusionTagIds/" + i4,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/exclusionTagIds/" + i4,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
if(data.coAuthorUserIds !== undefined){
let data23 = data.coAuthorUserIds;
if((!(Array.isArray(data23))) && (data23 !== null)){
const err46 = {instancePath:instancePath+"/coAuthorUserIds",schemaPath:"#/properties/coAuthorUserIds/type",keyword:"type",params:{type: schema11.properties.coAuthorUserIds.type}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(Array.isArray(data23)){
const len5 = data23.length;
for(let i5=0; i5<len5; i5++){
let data24 = data23[i5];
if(typeof data24 === "string"){
if(!pattern0.test(data24)){
const err47 = {instancePath:instancePath+"/coAuthorUserIds/" + i5,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/coAuthorUserIds/" + i5,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
}
if(data.preDeployment !== undefined){
let data25 = data.preDeployment;
if((!(data25 && typeof data25 == "object" && !Array.isArray(data25))) && (data25 !== null)){
const err49 = {instancePath:instancePath+"/preDeployment",schemaPath:"#/properties/preDeployment/type",keyword:"type",params:{type: schema11.properties.preDeployment.type}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key1 in data25){
if(!(((key1 === "userMessage") || (key1 === "description")) || (key1 === "deferment"))){
const err50 = {instancePath:instancePath+"/preDeployment",schemaPath:"#/properties/preDeployment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data25.userMessage !== undefined){
if(typeof data25.userMessage !== "string"){
const err51 = {instancePath:instancePath+"/preDeployment/userMessage",schemaPath:"#/properties/preDeployment/properties/userMessage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data25.description !== undefined){
if(typeof data25.description !== "string"){
const err52 = {instancePath:instancePath+"/preDeployment/description",schemaPath:"#/properties/preDeployment/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data25.deferment !== undefined){
if(!(validate11(data25.deferment, {instancePath:instancePath+"/preDeployment/deferment",parentData:data25,parentDataProperty:"deferment",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
}
if(data.duringDeployment !== undefined){
let data29 = data.duringDeployment;
if((!(data29 && typeof data29 == "object" && !Array.isArray(data29))) && (data29 !== null)){
const err53 = {instancePath:instancePath+"/duringDeployment",schemaPath:"#/properties/duringDeployment/type",keyword:"type",params:{type: schema11.properties.duringDeployment.type}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key2 in data29){
if(!((key2 === "userMessage") || (key2 === "description"))){
const err54 = {instancePath:instancePath+"/duringDeployment",schemaPath:"#/properties/duringDeployment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data29.userMessage !== undefined){
if(typeof data29.userMessage !== "string"){
const err55 = {instancePath:instancePath+"/duringDeployment/userMessage",schemaPath:"#/properties/duringDeployment/properties/userMessage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data29.description !== undefined){
if(typeof data29.description !== "string"){
const err56 = {instancePath:instancePath+"/duringDeployment/description",schemaPath:"#/properties/duringDeployment/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
}
if(data.postDeployment !== undefined){
let data32 = data.postDeployment;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key3 in data32){
if(!(((((key3 === "onComplete") || (key3 === "rebootCountdown")) || (key3 === "rebootOption")) || (key3 === "suppressReboots")) || (key3 === "rebootHonorOnUserLogin"))){
const err57 = {instancePath:instancePath+"/postDeployment",schemaPath:"#/properties/postDeployment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data32.onComplete !== undefined){
let data33 = data32.onComplete;
if((!(data33 && typeof data33 == "object" && !Array.isArray(data33))) && (data33 !== null)){
const err58 = {instancePath:instancePath+"/postDeployment/onComplete",schemaPath:"#/properties/postDeployment/properties/onComplete/type",keyword:"type",params:{type: schema11.properties.postDeployment.properties.onComplete.type}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key4 in data33){
if(!(((key4 === "alwaysShowCompletedPrompt") || (key4 === "userMessage")) || (key4 === "description"))){
const err59 = {instancePath:instancePath+"/postDeployment/onComplete",schemaPath:"#/properties/postDeployment/properties/onComplete/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data33.alwaysShowCompletedPrompt !== undefined){
if(typeof data33.alwaysShowCompletedPrompt !== "boolean"){
const err60 = {instancePath:instancePath+"/postDeployment/onComplete/alwaysShowCompletedPrompt",schemaPath:"#/properties/postDeployment/properties/onComplete/properties/alwaysShowCompletedPrompt/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data33.userMessage !== undefined){
if(typeof data33.userMessage !== "string"){
const err61 = {instancePath:instancePath+"/postDeployment/onComplete/userMessage",schemaPath:"#/properties/postDeployment/properties/onComplete/properties/userMessage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data33.description !== undefined){
if(typeof data33.description !== "string"){
const err62 = {instancePath:instancePath+"/postDeployment/onComplete/description",schemaPath:"#/properties/postDeployment/properties/onComplete/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
}
if(data32.rebootCountdown !== undefined){
let data37 = data32.rebootCountdown;
if((!(data37 && typeof data37 == "object" && !Array.isArray(data37))) && (data37 !== null)){
const err63 = {instancePath:instancePath+"/postDeployment/rebootCountdown",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/type",keyword:"type",params:{type: schema11.properties.postDeployment.properties.rebootCountdown.type}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
const _errs99 = errors;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.interval !== undefined){
if(data37.intervalUnit === undefined){
const err64 = {instancePath:instancePath+"/postDeployment/rebootCountdown",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/x-expects-together/dependencies",keyword:"dependencies",params:{property: "interval",
    missingProperty: "intervalUnit",
    depsCount: 1,
    deps: "intervalUnit"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data37.intervalUnit !== undefined){
if(data37.interval === undefined){
const err65 = {instancePath:instancePath+"/postDeployment/rebootCountdown",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/x-expects-together/dependencies",keyword:"dependencies",params:{property: "intervalUnit",
    missingProperty: "interval",
    depsCount: 1,
    deps: "interval"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
var valid36 = _errs99 === errors;
if(!valid36){
const err66 = {instancePath:instancePath+"/postDeployment/rebootCountdown",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/x-expects-together",keyword:"x-expects-together",params:{}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key5 in data37){
if(!((((key5 === "interval") || (key5 === "intervalUnit")) || (key5 === "userMessage")) || (key5 === "description"))){
const err67 = {instancePath:instancePath+"/postDeployment/rebootCountdown",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data37.interval !== undefined){
let data38 = data37.interval;
if(!((typeof data38 == "number") && (isFinite(data38)))){
const err68 = {instancePath:instancePath+"/postDeployment/rebootCountdown/interval",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/properties/interval/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data37.intervalUnit !== undefined){
let data39 = data37.intervalUnit;
if(typeof data39 !== "string"){
const err69 = {instancePath:instancePath+"/postDeployment/rebootCountdown/intervalUnit",schemaPath:"#/definitions/intervalUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const _errs107 = errors;
if(!((data39 === "HOURS") || (data39 === "MINUTES"))){
const err70 = {instancePath:instancePath+"/postDeployment/rebootCountdown/intervalUnit",schemaPath:"#/definitions/intervalUnit/x-suggested/enum",keyword:"enum",params:{allowedValues: keyword3.enum}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
var valid40 = _errs107 === errors;
if(!valid40){
const err71 = {instancePath:instancePath+"/postDeployment/rebootCountdown/intervalUnit",schemaPath:"#/definitions/intervalUnit/x-suggested",keyword:"x-suggested",params:{}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data37.userMessage !== undefined){
if(typeof data37.userMessage !== "string"){
const err72 = {instancePath:instancePath+"/postDeployment/rebootCountdown/userMessage",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/properties/userMessage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data37.description !== undefined){
if(typeof data37.description !== "string"){
const err73 = {instancePath:instancePath+"/postDeployment/rebootCountdown/description",schemaPath:"#/properties/postDeployment/properties/rebootCountdown/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
}
if(data32.rebootOption !== undefined){
let data42 = data32.rebootOption;
if((!(data42 && typeof data42 == "object" && !Array.isArray(data42))) && (data42 !== null)){
const err74 = {instancePath:instancePath+"/postDeployment/rebootOption",schemaPath:"#/properties/postDeployment/properties/rebootOption/type",keyword:"type",params:{type: schema11.properties.postDeployment.properties.rebootOption.type}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key6 in data42){
if(!(((key6 === "deferment") || (key6 === "userMessage")) || (key6 === "description"))){
const err75 = {instancePath:instancePath+"/postDeployment/rebootOption",schemaPath:"#/properties/postDeployment/properties/rebootOption/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data42.deferment !== undefined){
if(!(validate11(data42.deferment, {instancePath:instancePath+"/postDeployment/rebootOption/deferment",parentData:data42,parentDataProperty:"deferment",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data42.userMessage !== undefined){
if(typeof data42.userMessage !== "string"){
const err76 = {instancePath:instancePath+"/postDeployment/rebootOption/userMessage",schemaPath:"#/properties/postDeployment/properties/rebootOption/properties/userMessage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data42.description !== undefined){
if(typeof data42.description !== "string"){
const err77 = {instancePath:instancePath+"/postDeployment/rebootOption/description",schemaPath:"#/properties/postDeployment/properties/rebootOption/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
}
if(data32.suppressReboots !== undefined){
if(typeof data32.suppressReboots !== "boolean"){
const err78 = {instancePath:instancePath+"/postDeployment/suppressReboots",schemaPath:"#/properties/postDeployment/properties/suppressReboots/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data32.rebootHonorOnUserLogin !== undefined){
if(typeof data32.rebootHonorOnUserLogin !== "boolean"){
const err79 = {instancePath:instancePath+"/postDeployment/rebootHonorOnUserLogin",schemaPath:"#/properties/postDeployment/properties/rebootHonorOnUserLogin/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/postDeployment",schemaPath:"#/properties/postDeployment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data.platform !== undefined){
let data48 = data.platform;
if(typeof data48 !== "string"){
const err81 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(!((data48 === "Windows") || (data48 === "Linux"))){
const err82 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/enum",keyword:"enum",params:{allowedValues: schema11.properties.platform.enum}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data.minimizeWindow !== undefined){
let data49 = data.minimizeWindow;
if(((typeof data49 !== "boolean") && (typeof data49 !== "string")) && (data49 !== null)){
const err83 = {instancePath:instancePath+"/minimizeWindow",schemaPath:"#/properties/minimizeWindow/type",keyword:"type",params:{type: schema11.properties.minimizeWindow.type}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!(((((data49 === true) || (data49 === false)) || (data49 === "true")) || (data49 === "")) || (data49 === null))){
const err84 = {instancePath:instancePath+"/minimizeWindow",schemaPath:"#/properties/minimizeWindow/enum",keyword:"enum",params:{allowedValues: schema11.properties.minimizeWindow.enum}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data.type !== undefined){
let data50 = data.type;
if(typeof data50 !== "string"){
const err85 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!((data50 === "Install") || (data50 === "Rollback"))){
const err86 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema11.properties.type.enum}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data.status !== undefined){
let data51 = data.status;
if(typeof data51 !== "string"){
const err87 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
const _errs133 = errors;
if(!(((data51 === "Disabled") || (data51 === "Enabled")) || (data51 === "Prepared"))){
const err88 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/x-suggested/enum",keyword:"enum",params:{allowedValues: keyword4.enum}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
var valid42 = _errs133 === errors;
if(!valid42){
const err89 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/x-suggested",keyword:"x-suggested",params:{}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data.timeout !== undefined){
let data52 = data.timeout;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
const err90 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
const _errs136 = errors;
const _errs137 = errors;
if(0 !== data52){
const err91 = {};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
var valid43 = _errs137 === errors;
if(valid43){
const err92 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
else {
errors = _errs136;
if(vErrors !== null){
if(_errs136){
vErrors.length = _errs136;
}
else {
vErrors = null;
}
}
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 10080 || isNaN(data52)){
const err93 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10080}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data52 < -1 || isNaN(data52)){
const err94 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
if(data.timeoutUnit !== undefined){
let data53 = data.timeoutUnit;
if(typeof data53 !== "string"){
const err95 = {instancePath:instancePath+"/timeoutUnit",schemaPath:"#/properties/timeoutUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!((data53 === "HOURS") || (data53 === "MINUTES"))){
const err96 = {instancePath:instancePath+"/timeoutUnit",schemaPath:"#/properties/timeoutUnit/enum",keyword:"enum",params:{allowedValues: schema11.properties.timeoutUnit.enum}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data.recurring !== undefined){
if(typeof data.recurring !== "boolean"){
const err97 = {instancePath:instancePath+"/recurring",schemaPath:"#/properties/recurring/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data.scheduleType !== undefined){
let data55 = data.scheduleType;
if(typeof data55 !== "string"){
const err98 = {instancePath:instancePath+"/scheduleType",schemaPath:"#/properties/scheduleType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!(((((data55 === "On-demand") || (data55 === "Once")) || (data55 === "Daily")) || (data55 === "Weekly")) || (data55 === "Monthly"))){
const err99 = {instancePath:instancePath+"/scheduleType",schemaPath:"#/properties/scheduleType/enum",keyword:"enum",params:{allowedValues: schema11.properties.scheduleType.enum}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data.opportunisticDownloads !== undefined){
if(typeof data.opportunisticDownloads !== "boolean"){
const err100 = {instancePath:instancePath+"/opportunisticDownloads",schemaPath:"#/properties/opportunisticDownloads/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data.downloadRandomizeTime !== undefined){
let data57 = data.downloadRandomizeTime;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err101 = {instancePath:instancePath+"/downloadRandomizeTime",schemaPath:"#/properties/downloadRandomizeTime/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 120 || isNaN(data57)){
const err102 = {instancePath:instancePath+"/downloadRandomizeTime",schemaPath:"#/properties/downloadRandomizeTime/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err103 = {instancePath:instancePath+"/downloadRandomizeTime",schemaPath:"#/properties/downloadRandomizeTime/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data.downloadRandomizeTimeUnit !== undefined){
let data58 = data.downloadRandomizeTimeUnit;
if(typeof data58 !== "string"){
const err104 = {instancePath:instancePath+"/downloadRandomizeTimeUnit",schemaPath:"#/properties/downloadRandomizeTimeUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!((data58 === "HOURS") || (data58 === "MINUTES"))){
const err105 = {instancePath:instancePath+"/downloadRandomizeTimeUnit",schemaPath:"#/properties/downloadRandomizeTimeUnit/enum",keyword:"enum",params:{allowedValues: schema11.properties.downloadRandomizeTimeUnit.enum}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.linkedJobId !== undefined){
let data59 = data.linkedJobId;
if((typeof data59 !== "string") && (data59 !== null)){
const err106 = {instancePath:instancePath+"/linkedJobId",schemaPath:"#/properties/linkedJobId/type",keyword:"type",params:{type: schema11.properties.linkedJobId.type}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(typeof data59 === "string"){
if(!pattern6.test(data59)){
const err107 = {instancePath:instancePath+"/linkedJobId",schemaPath:"#/properties/linkedJobId/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
if(data.chainedJobRule !== undefined){
let data60 = data.chainedJobRule;
if((!(Array.isArray(data60))) && (data60 !== null)){
const err108 = {instancePath:instancePath+"/chainedJobRule",schemaPath:"#/properties/chainedJobRule/type",keyword:"type",params:{type: schema11.properties.chainedJobRule.type}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(Array.isArray(data60)){
const len6 = data60.length;
for(let i6=0; i6<len6; i6++){
let data61 = data60[i6];
const _errs157 = errors;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.field === undefined){
const err109 = {instancePath:instancePath+"/chainedJobRule/" + i6,schemaPath:"#/properties/chainedJobRule/items/x-expects/required",keyword:"required",params:{missingProperty: "field"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data61.threshold === undefined){
const err110 = {instancePath:instancePath+"/chainedJobRule/" + i6,schemaPath:"#/properties/chainedJobRule/items/x-expects/required",keyword:"required",params:{missingProperty: "threshold"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data61.condition === undefined){
const err111 = {instancePath:instancePath+"/chainedJobRule/" + i6,schemaPath:"#/properties/chainedJobRule/items/x-expects/required",keyword:"required",params:{missingProperty: "condition"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data61.field !== undefined){
const _errs159 = errors;
const _errs160 = errors;
if("" !== data61.field){
const err112 = {};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
var valid48 = _errs160 === errors;
if(valid48){
const err113 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/field",schemaPath:"#/properties/chainedJobRule/items/x-expects/properties/field/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
else {
errors = _errs159;
if(vErrors !== null){
if(_errs159){
vErrors.length = _errs159;
}
else {
vErrors = null;
}
}
}
}
if(data61.threshold !== undefined){
const _errs162 = errors;
const _errs163 = errors;
if("" !== data61.threshold){
const err114 = {};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
var valid49 = _errs163 === errors;
if(valid49){
const err115 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/threshold",schemaPath:"#/properties/chainedJobRule/items/x-expects/properties/threshold/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
else {
errors = _errs162;
if(vErrors !== null){
if(_errs162){
vErrors.length = _errs162;
}
else {
vErrors = null;
}
}
}
}
if(data61.condition !== undefined){
const _errs165 = errors;
const _errs166 = errors;
if("" !== data61.condition){
const err116 = {};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
var valid50 = _errs166 === errors;
if(valid50){
const err117 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/condition",schemaPath:"#/properties/chainedJobRule/items/x-expects/properties/condition/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
else {
errors = _errs165;
if(vErrors !== null){
if(_errs165){
vErrors.length = _errs165;
}
else {
vErrors = null;
}
}
}
}
}
var valid46 = _errs157 === errors;
if(!valid46){
const err118 = {instancePath:instancePath+"/chainedJobRule/" + i6,schemaPath:"#/properties/chainedJobRule/items/x-expects",keyword:"x-expects",params:{}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key7 in data61){
if(!((((key7 === "field") || (key7 === "actionIds")) || (key7 === "threshold")) || (key7 === "condition"))){
const err119 = {instancePath:instancePath+"/chainedJobRule/" + i6,schemaPath:"#/properties/chainedJobRule/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data61.field !== undefined){
let data65 = data61.field;
if(typeof data65 !== "string"){
const err120 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/field",schemaPath:"#/properties/chainedJobRule/items/properties/field/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!(data65 === "postDeployAction")){
const err121 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/field",schemaPath:"#/properties/chainedJobRule/items/properties/field/enum",keyword:"enum",params:{allowedValues: schema11.properties.chainedJobRule.items.properties.field.enum}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data61.actionIds !== undefined){
let data66 = data61.actionIds;
if((!(Array.isArray(data66))) && (data66 !== null)){
const err122 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/actionIds",schemaPath:"#/properties/chainedJobRule/items/properties/actionIds/type",keyword:"type",params:{type: schema11.properties.chainedJobRule.items.properties.actionIds.type}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(Array.isArray(data66)){
const len7 = data66.length;
for(let i7=0; i7<len7; i7++){
let data67 = data66[i7];
if(typeof data67 === "string"){
if(!pattern0.test(data67)){
const err123 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/actionIds/" + i7,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/actionIds/" + i7,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
}
if(data61.threshold !== undefined){
let data68 = data61.threshold;
if((!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))) && (typeof data68 !== "string")){
const err125 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/threshold",schemaPath:"#/properties/chainedJobRule/items/properties/threshold/type",keyword:"type",params:{type: schema11.properties.chainedJobRule.items.properties.threshold.type}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 100 || isNaN(data68)){
const err126 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/threshold",schemaPath:"#/properties/chainedJobRule/items/properties/threshold/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data68 < 1 || isNaN(data68)){
const err127 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/threshold",schemaPath:"#/properties/chainedJobRule/items/properties/threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(typeof data68 === "string"){
if(!pattern8.test(data68)){
const err128 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/threshold",schemaPath:"#/properties/chainedJobRule/items/properties/threshold/pattern",keyword:"pattern",params:{pattern: "^(?:[1-9][0-9]?|100)?$"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
if(data61.condition !== undefined){
let data69 = data61.condition;
if(typeof data69 !== "string"){
const err129 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/condition",schemaPath:"#/properties/chainedJobRule/items/properties/condition/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(!(data69 === "Post Actions were successfully executed")){
const err130 = {instancePath:instancePath+"/chainedJobRule/" + i6+"/condition",schemaPath:"#/properties/chainedJobRule/items/properties/condition/enum",keyword:"enum",params:{allowedValues: schema11.properties.chainedJobRule.items.properties.condition.enum}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
else {
const err131 = {instancePath:instancePath+"/chainedJobRule/" + i6,schemaPath:"#/properties/chainedJobRule/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
}
if(data.notification !== undefined){
let data70 = data.notification;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key8 in data70){
if(!(((key8 === "notificationTypes") || (key8 === "notificationConfigs")) || (key8 === "notificationEvents"))){
const err132 = {instancePath:instancePath+"/notification",schemaPath:"#/properties/notification/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data70.notificationTypes !== undefined){
let data71 = data70.notificationTypes;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key9 in data71){
if(!(key9 === "email")){
const err133 = {instancePath:instancePath+"/notification/notificationTypes",schemaPath:"#/properties/notification/properties/notificationTypes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data71.email !== undefined){
if(typeof data71.email !== "boolean"){
const err134 = {instancePath:instancePath+"/notification/notificationTypes/email",schemaPath:"#/properties/notification/properties/notificationTypes/properties/email/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/notification/notificationTypes",schemaPath:"#/properties/notification/properties/notificationTypes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data70.notificationConfigs !== undefined){
let data73 = data70.notificationConfigs;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key10 in data73){
if(!((key10 === "recipientEmails") || (key10 === "completedPercentage"))){
const err136 = {instancePath:instancePath+"/notification/notificationConfigs",schemaPath:"#/properties/notification/properties/notificationConfigs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data73.recipientEmails !== undefined){
let data74 = data73.recipientEmails;
if(typeof data74 === "string"){
if(!pattern9.test(data74)){
const err137 = {instancePath:instancePath+"/notification/notificationConfigs/recipientEmails",schemaPath:"#/properties/notification/properties/notificationConfigs/properties/recipientEmails/pattern",keyword:"pattern",params:{pattern: "^(?:\\s*[^\\s,@]+@[^\\s,@.]+(?:\\.[^\\s,@.]+)+\\s*(?:,\\s*[^\\s,@]+@[^\\s,@.]+(?:\\.[^\\s,@.]+)+\\s*)*)?$"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/notification/notificationConfigs/recipientEmails",schemaPath:"#/properties/notification/properties/notificationConfigs/properties/recipientEmails/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data73.completedPercentage !== undefined){
let data75 = data73.completedPercentage;
if((!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))) && (typeof data75 !== "string")){
const err139 = {instancePath:instancePath+"/notification/notificationConfigs/completedPercentage",schemaPath:"#/properties/notification/properties/notificationConfigs/properties/completedPercentage/type",keyword:"type",params:{type: schema11.properties.notification.properties.notificationConfigs.properties.completedPercentage.type}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 > 100 || isNaN(data75)){
const err140 = {instancePath:instancePath+"/notification/notificationConfigs/completedPercentage",schemaPath:"#/properties/notification/properties/notificationConfigs/properties/completedPercentage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data75 < 1 || isNaN(data75)){
const err141 = {instancePath:instancePath+"/notification/notificationConfigs/completedPercentage",schemaPath:"#/properties/notification/properties/notificationConfigs/properties/completedPercentage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(typeof data75 === "string"){
if(!pattern8.test(data75)){
const err142 = {instancePath:instancePath+"/notification/notificationConfigs/completedPercentage",schemaPath:"#/properties/notification/properties/notificationConfigs/properties/completedPercentage/pattern",keyword:"pattern",params:{pattern: "^(?:[1-9][0-9]?|100)?$"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
}
else {
const err143 = {instancePath:instancePath+"/notification/notificationConfigs",schemaPath:"#/properties/notification/properties/notificationConfigs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data70.notificationEvents !== undefined){
let data76 = data70.notificationEvents;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key11 in data76){
if(!((key11 === "onJobStart") || (key11 === "onJobComplete"))){
const err144 = {instancePath:instancePath+"/notification/notificationEvents",schemaPath:"#/properties/notification/properties/notificationEvents/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data76.onJobStart !== undefined){
if(typeof data76.onJobStart !== "boolean"){
const err145 = {instancePath:instancePath+"/notification/notificationEvents/onJobStart",schemaPath:"#/properties/notification/properties/notificationEvents/properties/onJobStart/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data76.onJobComplete !== undefined){
if(typeof data76.onJobComplete !== "boolean"){
const err146 = {instancePath:instancePath+"/notification/notificationEvents/onJobComplete",schemaPath:"#/properties/notification/properties/notificationEvents/properties/onJobComplete/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/notification/notificationEvents",schemaPath:"#/properties/notification/properties/notificationEvents/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
else {
const err148 = {instancePath:instancePath+"/notification",schemaPath:"#/properties/notification/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data.preDeployActions !== undefined){
let data79 = data.preDeployActions;
if((!(Array.isArray(data79))) && (data79 !== null)){
const err149 = {instancePath:instancePath+"/preDeployActions",schemaPath:"#/properties/preDeployActions/type",keyword:"type",params:{type: schema11.properties.preDeployActions.type}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(Array.isArray(data79)){
const len8 = data79.length;
for(let i8=0; i8<len8; i8++){
let data80 = data79[i8];
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
for(const key12 in data80){
if(!(func2.call(schema22.properties, key12))){
const err150 = {instancePath:instancePath+"/preDeployActions/" + i8,schemaPath:"#/definitions/action/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data80.action !== undefined){
let data81 = data80.action;
if(typeof data81 !== "string"){
const err151 = {instancePath:instancePath+"/preDeployActions/" + i8+"/action",schemaPath:"#/definitions/action/properties/action/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
const _errs210 = errors;
if(!((((data81 === "Run Script") || (data81 === "Install Software")) || (data81 === "Change Registry Key")) || (data81 === "Uninstall Software"))){
const err152 = {instancePath:instancePath+"/preDeployActions/" + i8+"/action",schemaPath:"#/definitions/action/properties/action/x-suggested/enum",keyword:"enum",params:{allowedValues: keyword6.enum}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
var valid63 = _errs210 === errors;
if(!valid63){
const err153 = {instancePath:instancePath+"/preDeployActions/" + i8+"/action",schemaPath:"#/definitions/action/properties/action/x-suggested",keyword:"x-suggested",params:{}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data80.actionType !== undefined){
let data82 = data80.actionType;
if(typeof data82 !== "string"){
const err154 = {instancePath:instancePath+"/preDeployActions/" + i8+"/actionType",schemaPath:"#/definitions/action/properties/actionType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(!((data82 === "predeploy") || (data82 === "postdeploy"))){
const err155 = {instancePath:instancePath+"/preDeployActions/" + i8+"/actionType",schemaPath:"#/definitions/action/properties/actionType/enum",keyword:"enum",params:{allowedValues: schema22.properties.actionType.enum}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data80.params !== undefined){
let data83 = data80.params;
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
for(const key13 in data83){
if(!(((((((key13 === "actionItem") || (key13 === "timeout")) || (key13 === "downloadURL")) || (key13 === "downloadProtocol")) || (key13 === "installMethod")) || (key13 === "fileChecksum")) || (key13 === "remediationScope"))){
const err156 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params",schemaPath:"#/definitions/action/properties/params/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data83.actionItem !== undefined){
if(typeof data83.actionItem !== "string"){
const err157 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/actionItem",schemaPath:"#/definitions/action/properties/params/properties/actionItem/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data83.timeout !== undefined){
let data85 = data83.timeout;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
const err158 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/timeout",schemaPath:"#/definitions/action/properties/params/properties/timeout/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data83.downloadURL !== undefined){
let data86 = data83.downloadURL;
if(typeof data86 === "string"){
if(!pattern11.test(data86)){
const err159 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/downloadURL",schemaPath:"#/definitions/action/properties/params/properties/downloadURL/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]\\S*)?$"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
else {
const err160 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/downloadURL",schemaPath:"#/definitions/action/properties/params/properties/downloadURL/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data83.downloadProtocol !== undefined){
let data87 = data83.downloadProtocol;
if(!(((typeof data87 == "number") && (!(data87 % 1) && !isNaN(data87))) && (isFinite(data87)))){
const err161 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/downloadProtocol",schemaPath:"#/definitions/action/properties/params/properties/downloadProtocol/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data83.installMethod !== undefined){
let data88 = data83.installMethod;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
const err162 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/installMethod",schemaPath:"#/definitions/action/properties/params/properties/installMethod/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data83.fileChecksum !== undefined){
let data89 = data83.fileChecksum;
if(typeof data89 === "string"){
if(!pattern12.test(data89)){
const err163 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/fileChecksum",schemaPath:"#/definitions/action/properties/params/properties/fileChecksum/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9A-Fa-f]{64})?$"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params/fileChecksum",schemaPath:"#/definitions/action/properties/params/properties/fileChecksum/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
else {
const err165 = {instancePath:instancePath+"/preDeployActions/" + i8+"/params",schemaPath:"#/definitions/action/properties/params/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data80.script !== undefined){
if(typeof data80.script !== "string"){
const err166 = {instancePath:instancePath+"/preDeployActions/" + i8+"/script",schemaPath:"#/definitions/action/properties/script/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data80.scriptType !== undefined){
let data91 = data80.scriptType;
if(typeof data91 !== "string"){
const err167 = {instancePath:instancePath+"/preDeployActions/" + i8+"/scriptType",schemaPath:"#/definitions/action/properties/scriptType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(!((data91 === "ps") || (data91 === "sh"))){
const err168 = {instancePath:instancePath+"/preDeployActions/" + i8+"/scriptType",schemaPath:"#/definitions/action/properties/scriptType/enum",keyword:"enum",params:{allowedValues: schema22.properties.scriptType.enum}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data80.detectionScript !== undefined){
if(typeof data80.detectionScript !== "string"){
const err169 = {instancePath:instancePath+"/preDeployActions/" + i8+"/detectionScript",schemaPath:"#/definitions/action/properties/detectionScript/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data80.detectionScriptType !== undefined){
let data93 = data80.detectionScriptType;
if(typeof data93 !== "string"){
const err170 = {instancePath:instancePath+"/preDeployActions/" + i8+"/detectionScriptType",schemaPath:"#/definitions/action/properties/detectionScriptType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(!((data93 === "ps") || (data93 === "sh"))){
const err171 = {instancePath:instancePath+"/preDeployActions/" + i8+"/detectionScriptType",schemaPath:"#/definitions/action/properties/detectionScriptType/enum",keyword:"enum",params:{allowedValues: schema22.properties.detectionScriptType.enum}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data80.defaultScriptType !== undefined){
let data94 = data80.defaultScriptType;
if(typeof data94 !== "string"){
const err172 = {instancePath:instancePath+"/preDeployActions/" + i8+"/defaultScriptType",schemaPath:"#/definitions/action/properties/defaultScriptType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
const _errs239 = errors;
if(!(data94 === "MakeCache")){
const err173 = {instancePath:instancePath+"/preDeployActions/" + i8+"/defaultScriptType",schemaPath:"#/definitions/action/properties/defaultScriptType/x-suggested/enum",keyword:"enum",params:{allowedValues: keyword7.enum}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
var valid65 = _errs239 === errors;
if(!valid65){
const err174 = {instancePath:instancePath+"/preDeployActions/" + i8+"/defaultScriptType",schemaPath:"#/definitions/action/properties/defaultScriptType/x-suggested",keyword:"x-suggested",params:{}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data80.actionId !== undefined){
let data95 = data80.actionId;
if((typeof data95 !== "string") && (data95 !== null)){
const err175 = {instancePath:instancePath+"/preDeployActions/" + i8+"/actionId",schemaPath:"#/definitions/action/properties/actionId/type",keyword:"type",params:{type: schema22.properties.actionId.type}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(typeof data95 === "string"){
if(!pattern6.test(data95)){
const err176 = {instancePath:instancePath+"/preDeployActions/" + i8+"/actionId",schemaPath:"#/definitions/action/properties/actionId/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
if(data80.actionLinkedToJob !== undefined){
let data96 = data80.actionLinkedToJob;
if((typeof data96 !== "boolean") && (data96 !== null)){
const err177 = {instancePath:instancePath+"/preDeployActions/" + i8+"/actionLinkedToJob",schemaPath:"#/definitions/action/properties/actionLinkedToJob/type",keyword:"type",params:{type: schema22.properties.actionLinkedToJob.type}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
else {
const err178 = {instancePath:instancePath+"/preDeployActions/" + i8,schemaPath:"#/definitions/action/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
}
if(data.postDeployActions !== undefined){
let data97 = data.postDeployActions;
if((!(Array.isArray(data97))) && (data97 !== null)){
const err179 = {instancePath:instancePath+"/postDeployActions",schemaPath:"#/properties/postDeployActions/type",keyword:"type",params:{type: schema11.properties.postDeployActions.type}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(Array.isArray(data97)){
const len9 = data97.length;
for(let i9=0; i9<len9; i9++){
let data98 = data97[i9];
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
for(const key14 in data98){
if(!(func2.call(schema22.properties, key14))){
const err180 = {instancePath:instancePath+"/postDeployActions/" + i9,schemaPath:"#/definitions/action/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data98.action !== undefined){
let data99 = data98.action;
if(typeof data99 !== "string"){
const err181 = {instancePath:instancePath+"/postDeployActions/" + i9+"/action",schemaPath:"#/definitions/action/properties/action/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
const _errs253 = errors;
if(!((((data99 === "Run Script") || (data99 === "Install Software")) || (data99 === "Change Registry Key")) || (data99 === "Uninstall Software"))){
const err182 = {instancePath:instancePath+"/postDeployActions/" + i9+"/action",schemaPath:"#/definitions/action/properties/action/x-suggested/enum",keyword:"enum",params:{allowedValues: keyword8.enum}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
var valid70 = _errs253 === errors;
if(!valid70){
const err183 = {instancePath:instancePath+"/postDeployActions/" + i9+"/action",schemaPath:"#/definitions/action/properties/action/x-suggested",keyword:"x-suggested",params:{}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data98.actionType !== undefined){
let data100 = data98.actionType;
if(typeof data100 !== "string"){
const err184 = {instancePath:instancePath+"/postDeployActions/" + i9+"/actionType",schemaPath:"#/definitions/action/properties/actionType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(!((data100 === "predeploy") || (data100 === "postdeploy"))){
const err185 = {instancePath:instancePath+"/postDeployActions/" + i9+"/actionType",schemaPath:"#/definitions/action/properties/actionType/enum",keyword:"enum",params:{allowedValues: schema22.properties.actionType.enum}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data98.params !== undefined){
let data101 = data98.params;
if(data101 && typeof data101 == "object" && !Array.isArray(data101)){
for(const key15 in data101){
if(!(((((((key15 === "actionItem") || (key15 === "timeout")) || (key15 === "downloadURL")) || (key15 === "downloadProtocol")) || (key15 === "installMethod")) || (key15 === "fileChecksum")) || (key15 === "remediationScope"))){
const err186 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params",schemaPath:"#/definitions/action/properties/params/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data101.actionItem !== undefined){
if(typeof data101.actionItem !== "string"){
const err187 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/actionItem",schemaPath:"#/definitions/action/properties/params/properties/actionItem/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data101.timeout !== undefined){
let data103 = data101.timeout;
if(!(((typeof data103 == "number") && (!(data103 % 1) && !isNaN(data103))) && (isFinite(data103)))){
const err188 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/timeout",schemaPath:"#/definitions/action/properties/params/properties/timeout/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data101.downloadURL !== undefined){
let data104 = data101.downloadURL;
if(typeof data104 === "string"){
if(!pattern11.test(data104)){
const err189 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/downloadURL",schemaPath:"#/definitions/action/properties/params/properties/downloadURL/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]\\S*)?$"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
else {
const err190 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/downloadURL",schemaPath:"#/definitions/action/properties/params/properties/downloadURL/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data101.downloadProtocol !== undefined){
let data105 = data101.downloadProtocol;
if(!(((typeof data105 == "number") && (!(data105 % 1) && !isNaN(data105))) && (isFinite(data105)))){
const err191 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/downloadProtocol",schemaPath:"#/definitions/action/properties/params/properties/downloadProtocol/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data101.installMethod !== undefined){
let data106 = data101.installMethod;
if(!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))){
const err192 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/installMethod",schemaPath:"#/definitions/action/properties/params/properties/installMethod/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data101.fileChecksum !== undefined){
let data107 = data101.fileChecksum;
if(typeof data107 === "string"){
if(!pattern12.test(data107)){
const err193 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/fileChecksum",schemaPath:"#/definitions/action/properties/params/properties/fileChecksum/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9A-Fa-f]{64})?$"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
else {
const err194 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params/fileChecksum",schemaPath:"#/definitions/action/properties/params/properties/fileChecksum/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
}
else {
const err195 = {instancePath:instancePath+"/postDeployActions/" + i9+"/params",schemaPath:"#/definitions/action/properties/params/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data98.script !== undefined){
if(typeof data98.script !== "string"){
const err196 = {instancePath:instancePath+"/postDeployActions/" + i9+"/script",schemaPath:"#/definitions/action/properties/script/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data98.scriptType !== undefined){
let data109 = data98.scriptType;
if(typeof data109 !== "string"){
const err197 = {instancePath:instancePath+"/postDeployActions/" + i9+"/scriptType",schemaPath:"#/definitions/action/properties/scriptType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(!((data109 === "ps") || (data109 === "sh"))){
const err198 = {instancePath:instancePath+"/postDeployActions/" + i9+"/scriptType",schemaPath:"#/definitions/action/properties/scriptType/enum",keyword:"enum",params:{allowedValues: schema22.properties.scriptType.enum}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data98.detectionScript !== undefined){
if(typeof data98.detectionScript !== "string"){
const err199 = {instancePath:instancePath+"/postDeployActions/" + i9+"/detectionScript",schemaPath:"#/definitions/action/properties/detectionScript/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data98.detectionScriptType !== undefined){
let data111 = data98.detectionScriptType;
if(typeof data111 !== "string"){
const err200 = {instancePath:instancePath+"/postDeployActions/" + i9+"/detectionScriptType",schemaPath:"#/definitions/action/properties/detectionScriptType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(!((data111 === "ps") || (data111 === "sh"))){
const err201 = {instancePath:instancePath+"/postDeployActions/" + i9+"/detectionScriptType",schemaPath:"#/definitions/action/properties/detectionScriptType/enum",keyword:"enum",params:{allowedValues: schema22.properties.detectionScriptType.enum}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data98.defaultScriptType !== undefined){
let data112 = data98.defaultScriptType;
if(typeof data112 !== "string"){
const err202 = {instancePath:instancePath+"/postDeployActions/" + i9+"/defaultScriptType",schemaPath:"#/definitions/action/properties/defaultScriptType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
const _errs282 = errors;
if(!(data112 === "MakeCache")){
const err203 = {instancePath:instancePath+"/postDeployActions/" + i9+"/defaultScriptType",schemaPath:"#/definitions/action/properties/defaultScriptType/x-suggested/enum",keyword:"enum",params:{allowedValues: keyword9.enum}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
var valid72 = _errs282 === errors;
if(!valid72){
const err204 = {instancePath:instancePath+"/postDeployActions/" + i9+"/defaultScriptType",schemaPath:"#/definitions/action/properties/defaultScriptType/x-suggested",keyword:"x-suggested",params:{}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data98.actionId !== undefined){
let data113 = data98.actionId;
if((typeof data113 !== "string") && (data113 !== null)){
const err205 = {instancePath:instancePath+"/postDeployActions/" + i9+"/actionId",schemaPath:"#/definitions/action/properties/actionId/type",keyword:"type",params:{type: schema22.properties.actionId.type}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(typeof data113 === "string"){
if(!pattern6.test(data113)){
const err206 = {instancePath:instancePath+"/postDeployActions/" + i9+"/actionId",schemaPath:"#/definitions/action/properties/actionId/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
if(data98.actionLinkedToJob !== undefined){
let data114 = data98.actionLinkedToJob;
if((typeof data114 !== "boolean") && (data114 !== null)){
const err207 = {instancePath:instancePath+"/postDeployActions/" + i9+"/actionLinkedToJob",schemaPath:"#/definitions/action/properties/actionLinkedToJob/type",keyword:"type",params:{type: schema22.properties.actionLinkedToJob.type}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
else {
const err208 = {instancePath:instancePath+"/postDeployActions/" + i9,schemaPath:"#/definitions/action/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
}
if(data.matchAllTagIds !== undefined){
let data115 = data.matchAllTagIds;
if((!(Array.isArray(data115))) && (data115 !== null)){
const err209 = {instancePath:instancePath+"/matchAllTagIds",schemaPath:"#/properties/matchAllTagIds/type",keyword:"type",params:{type: schema11.properties.matchAllTagIds.type}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(Array.isArray(data115)){
const len10 = data115.length;
for(let i10=0; i10<len10; i10++){
let data116 = data115[i10];
if(typeof data116 === "string"){
if(!pattern0.test(data116)){
const err210 = {instancePath:instancePath+"/matchAllTagIds/" + i10,schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/matchAllTagIds/" + i10,schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
}
if(data.startDateTime !== undefined){
let data117 = data.startDateTime;
if(typeof data117 === "string"){
if(!pattern18.test(data117)){
const err212 = {instancePath:instancePath+"/startDateTime",schemaPath:"#/properties/startDateTime/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:0?[1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] [AP]M)?$"}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
else {
const err213 = {instancePath:instancePath+"/startDateTime",schemaPath:"#/properties/startDateTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data.recurringWeekDays !== undefined){
let data118 = data.recurringWeekDays;
if((typeof data118 !== "string") && (data118 !== null)){
const err214 = {instancePath:instancePath+"/recurringWeekDays",schemaPath:"#/properties/recurringWeekDays/type",keyword:"type",params:{type: schema11.properties.recurringWeekDays.type}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(typeof data118 === "string"){
if(!pattern19.test(data118)){
const err215 = {instancePath:instancePath+"/recurringWeekDays",schemaPath:"#/properties/recurringWeekDays/pattern",keyword:"pattern",params:{pattern: "^(?:[01](?:,[01]){6})?$"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
if(data.dayOfMonth !== undefined){
let data119 = data.dayOfMonth;
if((!(((typeof data119 == "number") && (!(data119 % 1) && !isNaN(data119))) && (isFinite(data119)))) && (data119 !== null)){
const err216 = {instancePath:instancePath+"/dayOfMonth",schemaPath:"#/properties/dayOfMonth/type",keyword:"type",params:{type: schema11.properties.dayOfMonth.type}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if((typeof data119 == "number") && (isFinite(data119))){
if(data119 > 31 || isNaN(data119)){
const err217 = {instancePath:instancePath+"/dayOfMonth",schemaPath:"#/properties/dayOfMonth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data119 < 0 || isNaN(data119)){
const err218 = {instancePath:instancePath+"/dayOfMonth",schemaPath:"#/properties/dayOfMonth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
}
if(data.recurringDayOfMonth !== undefined){
let data120 = data.recurringDayOfMonth;
if((!(((typeof data120 == "number") && (!(data120 % 1) && !isNaN(data120))) && (isFinite(data120)))) && (data120 !== null)){
const err219 = {instancePath:instancePath+"/recurringDayOfMonth",schemaPath:"#/properties/recurringDayOfMonth/type",keyword:"type",params:{type: schema11.properties.recurringDayOfMonth.type}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if((typeof data120 == "number") && (isFinite(data120))){
if(data120 > 5 || isNaN(data120)){
const err220 = {instancePath:instancePath+"/recurringDayOfMonth",schemaPath:"#/properties/recurringDayOfMonth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(data120 < 1 || isNaN(data120)){
const err221 = {instancePath:instancePath+"/recurringDayOfMonth",schemaPath:"#/properties/recurringDayOfMonth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
if(data.recurringWeekDayOfMonth !== undefined){
let data121 = data.recurringWeekDayOfMonth;
if((!(((typeof data121 == "number") && (!(data121 % 1) && !isNaN(data121))) && (isFinite(data121)))) && (data121 !== null)){
const err222 = {instancePath:instancePath+"/recurringWeekDayOfMonth",schemaPath:"#/properties/recurringWeekDayOfMonth/type",keyword:"type",params:{type: schema11.properties.recurringWeekDayOfMonth.type}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if((typeof data121 == "number") && (isFinite(data121))){
if(data121 > 6 || isNaN(data121)){
const err223 = {instancePath:instancePath+"/recurringWeekDayOfMonth",schemaPath:"#/properties/recurringWeekDayOfMonth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 6}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data121 < 0 || isNaN(data121)){
const err224 = {instancePath:instancePath+"/recurringWeekDayOfMonth",schemaPath:"#/properties/recurringWeekDayOfMonth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
}
if(data.recurringLastDayOfMonth !== undefined){
let data122 = data.recurringLastDayOfMonth;
if((typeof data122 !== "boolean") && (data122 !== null)){
const err225 = {instancePath:instancePath+"/recurringLastDayOfMonth",schemaPath:"#/properties/recurringLastDayOfMonth/type",keyword:"type",params:{type: schema11.properties.recurringLastDayOfMonth.type}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data.monthlyRecurringType !== undefined){
let data123 = data.monthlyRecurringType;
if(((!(((typeof data123 == "number") && (!(data123 % 1) && !isNaN(data123))) && (isFinite(data123)))) && (typeof data123 !== "string")) && (data123 !== null)){
const err226 = {instancePath:instancePath+"/monthlyRecurringType",schemaPath:"#/properties/monthlyRecurringType/type",keyword:"type",params:{type: schema11.properties.monthlyRecurringType.type}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(!((((((data123 === 0) || (data123 === 1)) || (data123 === "0")) || (data123 === "1")) || (data123 === "")) || (data123 === null))){
const err227 = {instancePath:instancePath+"/monthlyRecurringType",schemaPath:"#/properties/monthlyRecurringType/enum",keyword:"enum",params:{allowedValues: schema11.properties.monthlyRecurringType.enum}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data.patchTuesdayPlusXDays !== undefined){
let data124 = data.patchTuesdayPlusXDays;
if((!(((typeof data124 == "number") && (!(data124 % 1) && !isNaN(data124))) && (isFinite(data124)))) && (data124 !== null)){
const err228 = {instancePath:instancePath+"/patchTuesdayPlusXDays",schemaPath:"#/properties/patchTuesdayPlusXDays/type",keyword:"type",params:{type: schema11.properties.patchTuesdayPlusXDays.type}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if((typeof data124 == "number") && (isFinite(data124))){
if(data124 > 27 || isNaN(data124)){
const err229 = {instancePath:instancePath+"/patchTuesdayPlusXDays",schemaPath:"#/properties/patchTuesdayPlusXDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 27}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data124 < -27 || isNaN(data124)){
const err230 = {instancePath:instancePath+"/patchTuesdayPlusXDays",schemaPath:"#/properties/patchTuesdayPlusXDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: -27}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
if(data.timezoneType !== undefined){
let data125 = data.timezoneType;
if(typeof data125 !== "string"){
const err231 = {instancePath:instancePath+"/timezoneType",schemaPath:"#/properties/timezoneType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(!((data125 === "SPECIFIC_TZ") || (data125 === "AGENT_TZ"))){
const err232 = {instancePath:instancePath+"/timezoneType",schemaPath:"#/properties/timezoneType/enum",keyword:"enum",params:{allowedValues: schema11.properties.timezoneType.enum}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data.timezone !== undefined){
if(typeof data.timezone !== "string"){
const err233 = {instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data.isDynamicPatchesQQL !== undefined){
if(typeof data.isDynamicPatchesQQL !== "boolean"){
const err234 = {instancePath:instancePath+"/isDynamicPatchesQQL",schemaPath:"#/properties/isDynamicPatchesQQL/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data.dynamicPatchesQQL !== undefined){
let data128 = data.dynamicPatchesQQL;
if((typeof data128 !== "string") && (data128 !== null)){
const err235 = {instancePath:instancePath+"/dynamicPatchesQQL",schemaPath:"#/properties/dynamicPatchesQQL/type",keyword:"type",params:{type: schema11.properties.dynamicPatchesQQL.type}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data.dynamicQQLType !== undefined){
let data129 = data.dynamicQQLType;
if(((!(((typeof data129 == "number") && (!(data129 % 1) && !isNaN(data129))) && (isFinite(data129)))) && (typeof data129 !== "string")) && (data129 !== null)){
const err236 = {instancePath:instancePath+"/dynamicQQLType",schemaPath:"#/properties/dynamicQQLType/type",keyword:"type",params:{type: schema11.properties.dynamicQQLType.type}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(!(((((data129 === 0) || (data129 === 1)) || (data129 === 2)) || (data129 === "")) || (data129 === null))){
const err237 = {instancePath:instancePath+"/dynamicQQLType",schemaPath:"#/properties/dynamicQQLType/enum",keyword:"enum",params:{allowedValues: schema11.properties.dynamicQQLType.enum}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data.additionalDynamicPatchesQQL !== undefined){
let data130 = data.additionalDynamicPatchesQQL;
if((typeof data130 !== "string") && (data130 !== null)){
const err238 = {instancePath:instancePath+"/additionalDynamicPatchesQQL",schemaPath:"#/properties/additionalDynamicPatchesQQL/type",keyword:"type",params:{type: schema11.properties.additionalDynamicPatchesQQL.type}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data.additionalDynamicQQLType !== undefined){
let data131 = data.additionalDynamicQQLType;
if(((!(((typeof data131 == "number") && (!(data131 % 1) && !isNaN(data131))) && (isFinite(data131)))) && (typeof data131 !== "string")) && (data131 !== null)){
const err239 = {instancePath:instancePath+"/additionalDynamicQQLType",schemaPath:"#/properties/additionalDynamicQQLType/type",keyword:"type",params:{type: schema11.properties.additionalDynamicQQLType.type}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(!(((((data131 === 0) || (data131 === 1)) || (data131 === 2)) || (data131 === "")) || (data131 === null))){
const err240 = {instancePath:instancePath+"/additionalDynamicQQLType",schemaPath:"#/properties/additionalDynamicQQLType/enum",keyword:"enum",params:{allowedValues: schema11.properties.additionalDynamicQQLType.enum}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data.continueOnPatchFailure !== undefined){
if(typeof data.continueOnPatchFailure !== "boolean"){
const err241 = {instancePath:instancePath+"/continueOnPatchFailure",schemaPath:"#/properties/continueOnPatchFailure/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data.customPatchURLId !== undefined){
let data133 = data.customPatchURLId;
if((!(((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133))) && (isFinite(data133)))) && (data133 !== null)){
const err242 = {instancePath:instancePath+"/customPatchURLId",schemaPath:"#/properties/customPatchURLId/type",keyword:"type",params:{type: schema11.properties.customPatchURLId.type}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
if(data.customerId !== undefined){
let data134 = data.customerId;
if((typeof data134 !== "string") && (data134 !== null)){
const err243 = {instancePath:instancePath+"/customerId",schemaPath:"#/properties/customerId/type",keyword:"type",params:{type: schema11.properties.customerId.type}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(typeof data134 === "string"){
if(!pattern6.test(data134)){
const err244 = {instancePath:instancePath+"/customerId",schemaPath:"#/properties/customerId/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
if(data.id !== undefined){
let data135 = data.id;
if((typeof data135 !== "string") && (data135 !== null)){
const err245 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: schema11.properties.id.type}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
if(typeof data135 === "string"){
if(!pattern6.test(data135)){
const err246 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})?$"}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
}
if(data.schemaVersion !== undefined){
let data136 = data.schemaVersion;
if((typeof data136 !== "string") && (data136 !== null)){
const err247 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/type",keyword:"type",params:{type: schema11.properties.schemaVersion.type}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data.createdBy !== undefined){
let data137 = data.createdBy;
if((!(data137 && typeof data137 == "object" && !Array.isArray(data137))) && (data137 !== null)){
const err248 = {instancePath:instancePath+"/createdBy",schemaPath:"#/properties/createdBy/type",keyword:"type",params:{type: schema11.properties.createdBy.type}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
if(data137.user !== undefined){
let data138 = data137.user;
if((!(data138 && typeof data138 == "object" && !Array.isArray(data138))) && (data138 !== null)){
const err249 = {instancePath:instancePath+"/createdBy/user",schemaPath:"#/properties/createdBy/properties/user/type",keyword:"type",params:{type: schema11.properties.createdBy.properties.user.type}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
}
}
if(data.updatedBy !== undefined){
let data139 = data.updatedBy;
if((!(data139 && typeof data139 == "object" && !Array.isArray(data139))) && (data139 !== null)){
const err250 = {instancePath:instancePath+"/updatedBy",schemaPath:"#/properties/updatedBy/type",keyword:"type",params:{type: schema11.properties.updatedBy.type}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data139 && typeof data139 == "object" && !Array.isArray(data139)){
if(data139.user !== undefined){
let data140 = data139.user;
if((!(data140 && typeof data140 == "object" && !Array.isArray(data140))) && (data140 !== null)){
const err251 = {instancePath:instancePath+"/updatedBy/user",schemaPath:"#/properties/updatedBy/properties/user/type",keyword:"type",params:{type: schema11.properties.updatedBy.properties.user.type}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
}
if(data.deletedBy !== undefined){
let data141 = data.deletedBy;
if((!(data141 && typeof data141 == "object" && !Array.isArray(data141))) && (data141 !== null)){
const err252 = {instancePath:instancePath+"/deletedBy",schemaPath:"#/properties/deletedBy/type",keyword:"type",params:{type: schema11.properties.deletedBy.type}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(data141 && typeof data141 == "object" && !Array.isArray(data141)){
if(data141.user !== undefined){
let data142 = data141.user;
if((!(data142 && typeof data142 == "object" && !Array.isArray(data142))) && (data142 !== null)){
const err253 = {instancePath:instancePath+"/deletedBy/user",schemaPath:"#/properties/deletedBy/properties/user/type",keyword:"type",params:{type: schema11.properties.deletedBy.properties.user.type}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
}
}
if(data.patchCount !== undefined){
let data143 = data.patchCount;
if((!(((typeof data143 == "number") && (!(data143 % 1) && !isNaN(data143))) && (isFinite(data143)))) && (data143 !== null)){
const err254 = {instancePath:instancePath+"/patchCount",schemaPath:"#/properties/patchCount/type",keyword:"type",params:{type: schema11.properties.patchCount.type}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
if(data.taggedAssetCount !== undefined){
let data144 = data.taggedAssetCount;
if((!(((typeof data144 == "number") && (!(data144 % 1) && !isNaN(data144))) && (isFinite(data144)))) && (data144 !== null)){
const err255 = {instancePath:instancePath+"/taggedAssetCount",schemaPath:"#/properties/taggedAssetCount/type",keyword:"type",params:{type: schema11.properties.taggedAssetCount.type}};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data.applicableAssetCount !== undefined){
let data145 = data.applicableAssetCount;
if((!(((typeof data145 == "number") && (!(data145 % 1) && !isNaN(data145))) && (isFinite(data145)))) && (data145 !== null)){
const err256 = {instancePath:instancePath+"/applicableAssetCount",schemaPath:"#/properties/applicableAssetCount/type",keyword:"type",params:{type: schema11.properties.applicableAssetCount.type}};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data.jobCategory !== undefined){
let data146 = data.jobCategory;
if((!(((typeof data146 == "number") && (!(data146 % 1) && !isNaN(data146))) && (isFinite(data146)))) && (data146 !== null)){
const err257 = {instancePath:instancePath+"/jobCategory",schemaPath:"#/properties/jobCategory/type",keyword:"type",params:{type: schema11.properties.jobCategory.type}};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data.jobSource !== undefined){
let data147 = data.jobSource;
if((!(((typeof data147 == "number") && (!(data147 % 1) && !isNaN(data147))) && (isFinite(data147)))) && (data147 !== null)){
const err258 = {instancePath:instancePath+"/jobSource",schemaPath:"#/properties/jobSource/type",keyword:"type",params:{type: schema11.properties.jobSource.type}};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data.readOnly !== undefined){
let data148 = data.readOnly;
if((typeof data148 !== "boolean") && (data148 !== null)){
const err259 = {instancePath:instancePath+"/readOnly",schemaPath:"#/properties/readOnly/type",keyword:"type",params:{type: schema11.properties.readOnly.type}};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data.subCategory !== undefined){
let data149 = data.subCategory;
if((typeof data149 !== "string") && (data149 !== null)){
const err260 = {instancePath:instancePath+"/subCategory",schemaPath:"#/properties/subCategory/type",keyword:"type",params:{type: schema11.properties.subCategory.type}};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data.disabledPatches !== undefined){
let data150 = data.disabledPatches;
if((!(Array.isArray(data150))) && (data150 !== null)){
const err261 = {instancePath:instancePath+"/disabledPatches",schemaPath:"#/properties/disabledPatches/type",keyword:"type",params:{type: schema11.properties.disabledPatches.type}};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data.linkedToJob !== undefined){
let data151 = data.linkedToJob;
if((!(Array.isArray(data151))) && (data151 !== null)){
const err262 = {instancePath:instancePath+"/linkedToJob",schemaPath:"#/properties/linkedToJob/type",keyword:"type",params:{type: schema11.properties.linkedToJob.type}};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if(Array.isArray(data151)){
const len11 = data151.length;
for(let i11=0; i11<len11; i11++){
let data152 = data151[i11];
if((!(data152 && typeof data152 == "object" && !Array.isArray(data152))) && (data152 !== null)){
const err263 = {instancePath:instancePath+"/linkedToJob/" + i11,schemaPath:"#/properties/linkedToJob/items/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.type}};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(data152 && typeof data152 == "object" && !Array.isArray(data152)){
if(data152.createdBy !== undefined){
let data153 = data152.createdBy;
if((!(data153 && typeof data153 == "object" && !Array.isArray(data153))) && (data153 !== null)){
const err264 = {instancePath:instancePath+"/linkedToJob/" + i11+"/createdBy",schemaPath:"#/properties/linkedToJob/items/properties/createdBy/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.createdBy.type}};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.user !== undefined){
let data154 = data153.user;
if((!(data154 && typeof data154 == "object" && !Array.isArray(data154))) && (data154 !== null)){
const err265 = {instancePath:instancePath+"/linkedToJob/" + i11+"/createdBy/user",schemaPath:"#/properties/linkedToJob/items/properties/createdBy/properties/user/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.createdBy.properties.user.type}};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
}
}
if(data152.chainedJobRule !== undefined){
let data155 = data152.chainedJobRule;
if((!(Array.isArray(data155))) && (data155 !== null)){
const err266 = {instancePath:instancePath+"/linkedToJob/" + i11+"/chainedJobRule",schemaPath:"#/properties/linkedToJob/items/properties/chainedJobRule/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.chainedJobRule.type}};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(Array.isArray(data155)){
const len12 = data155.length;
for(let i12=0; i12<len12; i12++){
let data156 = data155[i12];
if((!(data156 && typeof data156 == "object" && !Array.isArray(data156))) && (data156 !== null)){
const err267 = {instancePath:instancePath+"/linkedToJob/" + i11+"/chainedJobRule/" + i12,schemaPath:"#/properties/linkedToJob/items/properties/chainedJobRule/items/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.chainedJobRule.items.type}};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data156 && typeof data156 == "object" && !Array.isArray(data156)){
if(data156.actionIds !== undefined){
let data157 = data156.actionIds;
if((!(Array.isArray(data157))) && (data157 !== null)){
const err268 = {instancePath:instancePath+"/linkedToJob/" + i11+"/chainedJobRule/" + i12+"/actionIds",schemaPath:"#/properties/linkedToJob/items/properties/chainedJobRule/items/properties/actionIds/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.chainedJobRule.items.properties.actionIds.type}};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
if(data156.actionDetails !== undefined){
let data158 = data156.actionDetails;
if((!(Array.isArray(data158))) && (data158 !== null)){
const err269 = {instancePath:instancePath+"/linkedToJob/" + i11+"/chainedJobRule/" + i12+"/actionDetails",schemaPath:"#/properties/linkedToJob/items/properties/chainedJobRule/items/properties/actionDetails/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.chainedJobRule.items.properties.actionDetails.type}};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(Array.isArray(data158)){
const len13 = data158.length;
for(let i13=0; i13<len13; i13++){
let data159 = data158[i13];
if((!(data159 && typeof data159 == "object" && !Array.isArray(data159))) && (data159 !== null)){
const err270 = {instancePath:instancePath+"/linkedToJob/" + i11+"/chainedJobRule/" + i12+"/actionDetails/" + i13,schemaPath:"#/properties/linkedToJob/items/properties/chainedJobRule/items/properties/actionDetails/items/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.chainedJobRule.items.properties.actionDetails.items.type}};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(data159 && typeof data159 == "object" && !Array.isArray(data159)){
if(data159.params !== undefined){
let data160 = data159.params;
if((!(data160 && typeof data160 == "object" && !Array.isArray(data160))) && (data160 !== null)){
const err271 = {instancePath:instancePath+"/linkedToJob/" + i11+"/chainedJobRule/" + i12+"/actionDetails/" + i13+"/params",schemaPath:"#/properties/linkedToJob/items/properties/chainedJobRule/items/properties/actionDetails/items/properties/params/type",keyword:"type",params:{type: schema11.properties.linkedToJob.items.properties.chainedJobRule.items.properties.actionDetails.items.properties.params.type}};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
if(data.linkedJobs !== undefined){
let data161 = data.linkedJobs;
if((!(Array.isArray(data161))) && (data161 !== null)){
const err272 = {instancePath:instancePath+"/linkedJobs",schemaPath:"#/properties/linkedJobs/type",keyword:"type",params:{type: schema11.properties.linkedJobs.type}};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
if(data.isVulnContext !== undefined){
let data162 = data.isVulnContext;
if((typeof data162 !== "boolean") && (data162 !== null)){
const err273 = {instancePath:instancePath+"/isVulnContext",schemaPath:"#/properties/isVulnContext/type",keyword:"type",params:{type: schema11.properties.isVulnContext.type}};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
if(data.remediationQids !== undefined){
let data163 = data.remediationQids;
if((!(Array.isArray(data163))) && (data163 !== null)){
const err274 = {instancePath:instancePath+"/remediationQids",schemaPath:"#/properties/remediationQids/type",keyword:"type",params:{type: schema11.properties.remediationQids.type}};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
if(data.isAssetImported !== undefined){
let data164 = data.isAssetImported;
if((typeof data164 !== "boolean") && (data164 !== null)){
const err275 = {instancePath:instancePath+"/isAssetImported",schemaPath:"#/properties/isAssetImported/type",keyword:"type",params:{type: schema11.properties.isAssetImported.type}};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

