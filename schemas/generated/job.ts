// Generated from schemas/pmjob.schema.json by `npm run generate`.

/**
 * An id of the platform: 8-4-4-4-12 hexadecimal digits, upper or lower case.
 */
export type Uuid = string;
/**
 * The unit of `interval`. The release notes show HOURS and MINUTES and give no list.
 */
export type IntervalUnit = string;

/**
 * The body of a Qualys Patch Management deployment job, as the API takes it. With an `id` it is an update and says only what changes; without, it creates a job.
 */
export interface DeploymentJob {
  /**
   * The address of the JSON schema, for other editors. It is not part of the API and never sent.
   */
  $schema?: string;
  /**
   * The name of the job. The platform lets two jobs share a name: choose one that tells them apart.
   */
  name?: string;
  /**
   * What the job is for, in your own words.
   */
  description?: string;
  /**
   * The UUIDs of the patches to install or roll back. Leave it empty when a query or a linked job brings them. In an update, null clears the list.
   */
  approvedPatches?: Uuid[] | null;
  /**
   * The UUIDs of the assets to patch. In an update, null clears the list.
   */
  assetIds?: Uuid[] | null;
  /**
   * The UUIDs of tags: every asset that carries them is patched. See `filterType`. In an update, null clears the list.
   */
  assetTagIds?: Uuid[] | null;
  /**
   * Whether an asset must carry one of `assetTagIds` or every one.
   */
  filterType?: 'Any' | 'All';
  /**
   * The UUIDs of assets that are left alone, even when a tag names them.
   */
  exclusionAssetIds?: Uuid[] | null;
  /**
   * Whether one of `exclusionTagIds` excludes an asset, or only all of them together.
   */
  exclusionFilterType?: 'Any' | 'All';
  /**
   * The UUIDs of tags: assets that carry them are left alone. See `exclusionFilterType`.
   */
  exclusionTagIds?: Uuid[] | null;
  /**
   * The UUIDs of users who may edit the job beside its owner.
   */
  coAuthorUserIds?: Uuid[] | null;
  /**
   * The message before the patches are installed, and how often the person may put it off. Null: the platform's own (three times one hour, no text).
   */
  preDeployment?: {
    /**
     * The text that the person at the machine reads before the deployment. Empty: no text of your own.
     */
    userMessage?: string;
    /**
     * A second, longer text under the message shown before the deployment.
     */
    description?: string;
    deferment?: Deferment;
  } | null;
  /**
   * The message while the patches are installed. Null: none.
   */
  duringDeployment?: {
    /**
     * The text that the person at the machine reads during the deployment. Empty: no text of your own.
     */
    userMessage?: string;
    /**
     * A second, longer text under the message shown during the deployment.
     */
    description?: string;
  } | null;
  /**
   * What happens after the patches: the message, the reboot and its countdown.
   */
  postDeployment?: {
    /**
     * The message when everything is done. Null: none.
     */
    onComplete?: {
      /**
       * Show the Patch Job Deployment Completion pop-up on the machine, whether the patches failed, were skipped or succeeded.
       */
      alwaysShowCompletedPrompt?: boolean;
      /**
       * The text that the person at the machine reads when the deployment is complete. Empty: no text of your own.
       */
      userMessage?: string;
      /**
       * A second, longer text under the message shown when the deployment is complete.
       */
      description?: string;
    } | null;
    /**
     * The countdown before the machine reboots. Null: the platform's own (15 minutes, no text).
     */
    rebootCountdown?: {
      /**
       * How long the countdown lasts, in `intervalUnit`.
       */
      interval?: number;
      intervalUnit?: IntervalUnit;
      /**
       * The text that the person at the machine reads while the countdown runs. Empty: no text of your own.
       */
      userMessage?: string;
      /**
       * A second, longer text under the message shown while the countdown runs.
       */
      description?: string;
    } | null;
    /**
     * The message that asks for a reboot, and how often it may be put off. Null: the platform's own (three times one hour, no text).
     */
    rebootOption?: {
      deferment?: Deferment;
      /**
       * The text that the person at the machine reads when a reboot is asked for. Empty: no text of your own.
       */
      userMessage?: string;
      /**
       * A second, longer text under the message shown when a reboot is asked for.
       */
      description?: string;
    } | null;
    /**
     * True: the machine is not rebooted, even when a patch needs it. A countdown and a reboot request then do nothing.
     */
    suppressReboots?: boolean;
    /**
     * The platform fills in false. The release notes show it and do not explain it.
     */
    rebootHonorOnUserLogin?: boolean;
  };
  /**
   * The operating system of the machines. One job serves one platform.
   */
  platform?: 'Windows' | 'Linux';
  /**
   * Minimise the deployment's window on the machine. The samples write it as true and as the text "true".
   */
  minimizeWindow?: true | false | 'true' | '' | null;
  /**
   * Install patches, or roll them back. Rollback on Linux needs release 3.3.
   */
  type?: 'Install' | 'Rollback';
  /**
   * Whether the job runs. An On-demand job starts as soon as it is Enabled. An answer may also hold a run state such as Prepared.
   */
  status?: string;
  /**
   * How long the job may work on a machine, in `timeoutUnit`: 1 to 168 hours or 1 to 10080 minutes. -1: no limit.
   */
  timeout?: number;
  /**
   * The unit of `timeout`.
   */
  timeoutUnit?: 'HOURS' | 'MINUTES';
  /**
   * True for Daily, Weekly and Monthly, false for On-demand and Once.
   */
  recurring?: boolean;
  /**
   * When the job runs. An answer's `schedule` spells it "On-Demand", which is not accepted here.
   */
  scheduleType?: 'On-demand' | 'Once' | 'Daily' | 'Weekly' | 'Monthly';
  /**
   * True: machines may fetch the patches before the window opens.
   */
  opportunisticDownloads?: boolean;
  /**
   * Machines start downloading at a random moment within this time, in `downloadRandomizeTimeUnit`: at most 2 hours or 120 minutes, and less than the patch window. 0: all at once.
   */
  downloadRandomizeTime?: number;
  /**
   * The unit of `downloadRandomizeTime`.
   */
  downloadRandomizeTimeUnit?: 'HOURS' | 'MINUTES';
  /**
   * The UUID of a parent job, of Windows or Linux alike: its patches are added to this job. `chainedJobRule` says when this job may run.
   */
  linkedJobId?: string | null;
  /**
   * When this job may run after its linked job: only when enough machines did the named post actions. A list; the table of the notes calls it a text.
   */
  chainedJobRule?:
    | {
        /**
         * What the rule looks at. There is one: the post actions of the linked job.
         */
        field?: 'postDeployAction';
        /**
         * The UUIDs of post actions of the linked job (the `actionId` in its answer).
         */
        actionIds?: Uuid[] | null;
        /**
         * The percentage of machines, 1 to 100, on which the post actions must have succeeded, as a number or a text. The notes' table says "in hours", which is a slip.
         */
        threshold?: number | string;
        /**
         * What must be true of the post actions. There is one condition.
         */
        condition?: 'Post Actions were successfully executed';
      }[]
    | null;
  /**
   * Mail about the start and the progress of the job.
   */
  notification?: {
    /**
     * Which ways are used.
     */
    notificationTypes?: {
      /**
       * True: send mail to `recipientEmails`.
       */
      email?: boolean;
    };
    /**
     * Who is told, and from which percentage on.
     */
    notificationConfigs?: {
      /**
       * E-mail addresses, separated by commas.
       */
      recipientEmails?: string;
      /**
       * From which percentage of finished machines, 1 to 100, the job counts as complete for the mail; as a number or a text.
       */
      completedPercentage?: number | string;
    };
    /**
     * Which events send mail.
     */
    notificationEvents?: {
      /**
       * True: send mail when the job starts.
       */
      onJobStart?: boolean;
      /**
       * True: send mail when `completedPercentage` of the machines are done.
       */
      onJobComplete?: boolean;
    };
  };
  /**
   * What the agent does before it installs the patches, in this order. The interface allows five.
   */
  preDeployActions?: Action[] | null;
  /**
   * What the agent does after it installed the patches, in this order. The interface allows five. Other jobs can wait for them: see `chainedJobRule`.
   */
  postDeployActions?: Action[] | null;
  /**
   * The UUIDs of tags of which an asset must carry every one.
   */
  matchAllTagIds?: Uuid[] | null;
  /**
   * The first start, as a 12-hour time `YYYY-MM-DD hh:mm:ss AM` or `PM`, read in the job's time zone. Needed unless the job is On-demand.
   */
  startDateTime?: string;
  /**
   * Weekly: seven flags from Sunday to Saturday, 1 for a day on which the job runs. "0,1,0,0,0,1,0" is Monday and Friday.
   */
  recurringWeekDays?: string | null;
  /**
   * Monthly: 1 to 31. A month without the day is skipped: for the last day use `recurringLastDayOfMonth`.
   */
  dayOfMonth?: number | null;
  /**
   * Monthly: the first (1) to fifth (5) of the weekday that `recurringWeekDayOfMonth` names.
   */
  recurringDayOfMonth?: number | null;
  /**
   * Monthly: 0 (Sunday) to 6 (Saturday), together with `recurringDayOfMonth`.
   */
  recurringWeekDayOfMonth?: number | null;
  /**
   * Monthly: true runs the job on the last day of each month.
   */
  recurringLastDayOfMonth?: boolean | null;
  /**
   * Monthly: 1 counts the day from Patch Tuesday, the second Tuesday of the month; see `patchTuesdayPlusXDays`. Also as a text.
   */
  monthlyRecurringType?: 0 | 1 | '0' | '1' | '' | null;
  /**
   * Monthly: how many days after Patch Tuesday (1 to 27) or before it (-27 to -1) the job runs.
   */
  patchTuesdayPlusXDays?: number | null;
  /**
   * In which time zone `startDateTime` is read.
   */
  timezoneType?: 'SPECIFIC_TZ' | 'AGENT_TZ';
  /**
   * The IANA name of the zone, such as `Europe/Berlin` or `UTC`. Only for SPECIFIC_TZ.
   */
  timezone?: string;
  /**
   * True: the patches are found by `dynamicPatchesQQL` each time the job runs.
   */
  isDynamicPatchesQQL?: boolean;
  /**
   * The query (QQL) that finds the patches. Not together with `approvedPatches` or a linked job, and not in a Rollback job.
   */
  dynamicPatchesQQL?: string | null;
  /**
   * What `dynamicPatchesQQL` asks for.
   */
  dynamicQQLType?: 0 | 1 | 2 | '' | null;
  /**
   * A second query (QQL) beside `dynamicPatchesQQL`.
   */
  additionalDynamicPatchesQQL?: string | null;
  /**
   * What `additionalDynamicPatchesQQL` asks for.
   */
  additionalDynamicQQLType?: 0 | 1 | 2 | '' | null;
  /**
   * True: the remaining patches are installed when one fails.
   */
  continueOnPatchFailure?: boolean;
  /**
   * A whole number. It is null in every sample, and no page explains it.
   */
  customPatchURLId?: number | null;
  /**
   * The UUID of the subscription that holds the job.
   */
  customerId?: string | null;
  /**
   * The UUID of the job. A file that has one is an update: what it leaves out stays as it is on the server.
   */
  id?: string | null;
  /**
   * The version of the job's form, "1.0".
   */
  schemaVersion?: string | null;
  /**
   * Who created the job, and when.
   */
  createdBy?: {
    /**
     * The id and name of the user; null when nobody.
     */
    user?: {
      /**
       * The UUID of the user.
       */
      id?: {
        [k: string]: unknown;
      };
      /**
       * The sign-in name of the user.
       */
      name?: {
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } | null;
    /**
     * Milliseconds since 1970, UTC; null when it never happened.
     */
    date?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  } | null;
  /**
   * Who changed the job last, and when.
   */
  updatedBy?: {
    /**
     * The id and name of the user; null when nobody.
     */
    user?: {
      /**
       * The UUID of the user.
       */
      id?: {
        [k: string]: unknown;
      };
      /**
       * The sign-in name of the user.
       */
      name?: {
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } | null;
    /**
     * Milliseconds since 1970, UTC; null when it never happened.
     */
    date?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  } | null;
  /**
   * Who deleted the job, and when.
   */
  deletedBy?: {
    /**
     * The id and name of the user; null when nobody.
     */
    user?: {
      /**
       * The UUID of the user.
       */
      id?: {
        [k: string]: unknown;
      };
      /**
       * The sign-in name of the user.
       */
      name?: {
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } | null;
    /**
     * Milliseconds since 1970, UTC; null when it never happened.
     */
    date?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  } | null;
  /**
   * How many patches the job has.
   */
  patchCount?: number | null;
  /**
   * How many assets the job has. Null in every sample.
   */
  assetCount?: {
    [k: string]: unknown;
  };
  /**
   * How many assets the tags bring. It is 0 in the samples, with one tag as well.
   */
  taggedAssetCount?: number | null;
  /**
   * How many assets the job applies to. Not the length of a list.
   */
  applicableAssetCount?: number | null;
  /**
   * How many assets a run had. Null in every sample.
   */
  totalAssetCount?: {
    [k: string]: unknown;
  };
  /**
   * How many assets have answered. Null in every sample.
   */
  assetResultReceivedCount?: {
    [k: string]: unknown;
  };
  /**
   * How much of the run is complete. Null in every sample.
   */
  completionPercent?: {
    [k: string]: unknown;
  };
  /**
   * The state of the job's trigger. Null in every sample.
   */
  jobTriggerStatus?: {
    [k: string]: unknown;
  };
  /**
   * A number; 3 in every sample.
   */
  jobCategory?: number | null;
  /**
   * A number; 3 in every sample.
   */
  jobSource?: number | null;
  /**
   * False in every sample.
   */
  readOnly?: boolean | null;
  /**
   * "Patch" in every sample.
   */
  subCategory?: string | null;
  /**
   * Null in every sample.
   */
  disabledPatches?: unknown[] | null;
  /**
   * The parent job with the chain rules as an answer holds them. To change the chain, write `chainedJobRule`.
   */
  linkedToJob?:
    | ({
        /**
         * The subscription of the parent job.
         */
        customerId?: {
          [k: string]: unknown;
        };
        /**
         * The UUID of the parent job.
         */
        id?: {
          [k: string]: unknown;
        };
        /**
         * The name of the parent job.
         */
        name?: {
          [k: string]: unknown;
        };
        /**
         * Install or Rollback.
         */
        type?: {
          [k: string]: unknown;
        };
        /**
         * The run state of the parent job, such as Prepared.
         */
        status?: {
          [k: string]: unknown;
        };
        /**
         * Who created the parent job, and when.
         */
        createdBy?: {
          /**
           * The id and name of the user.
           */
          user?: {
            /**
             * The UUID of the user.
             */
            id?: {
              [k: string]: unknown;
            };
            /**
             * The sign-in name of the user.
             */
            name?: {
              [k: string]: unknown;
            };
            [k: string]: unknown;
          } | null;
          /**
           * Milliseconds since 1970, UTC.
           */
          date?: {
            [k: string]: unknown;
          };
          [k: string]: unknown;
        } | null;
        /**
         * How many jobs refer to the parent job.
         */
        linkedJobReferenceCount?: {
          [k: string]: unknown;
        };
        /**
         * The schedule as answers spell it, "On-Demand": not a value for `scheduleType`.
         */
        schedule?: {
          [k: string]: unknown;
        };
        /**
         * When the parent job ran last.
         */
        previousRun?: {
          [k: string]: unknown;
        };
        /**
         * When the parent job runs next.
         */
        nextRun?: {
          [k: string]: unknown;
        };
        /**
         * The chain rules of this job.
         */
        chainedJobRule?:
          | ({
              /**
               * The UUID of the rule; null after an update.
               */
              id?: {
                [k: string]: unknown;
              };
              /**
               * What the rule looks at.
               */
              field?: {
                [k: string]: unknown;
              };
              /**
               * The percentage, as a number.
               */
              threshold?: {
                [k: string]: unknown;
              };
              /**
               * The UUIDs of the post actions.
               */
              actionIds?:
                | {
                    [k: string]: unknown;
                  }[]
                | null;
              /**
               * What must be true of the post actions.
               */
              condition?: {
                [k: string]: unknown;
              };
              /**
               * The post actions of the parent job.
               */
              actionDetails?:
                | ({
                    /**
                     * The UUID of the action.
                     */
                    actionId?: {
                      [k: string]: unknown;
                    };
                    /**
                     * What the agent does.
                     */
                    action?: {
                      [k: string]: unknown;
                    };
                    /**
                     * Before or after the patches.
                     */
                    actionType?: {
                      [k: string]: unknown;
                    };
                    /**
                     * The parameters of the action.
                     */
                    params?: {
                      /**
                       * The name of the action.
                       */
                      actionItem?: {
                        [k: string]: unknown;
                      };
                      /**
                       * The checksum; empty for a script.
                       */
                      fileChecksum?: {
                        [k: string]: unknown;
                      };
                      /**
                       * How long the action may take.
                       */
                      timeout?: {
                        [k: string]: unknown;
                      };
                      /**
                       * False in the samples.
                       */
                      remediationScope?: {
                        [k: string]: unknown;
                      };
                      [k: string]: unknown;
                    } | null;
                    /**
                     * The server's path of the script.
                     */
                    script?: {
                      [k: string]: unknown;
                    };
                    /**
                     * PowerShell or shell.
                     */
                    scriptType?: {
                      [k: string]: unknown;
                    };
                    /**
                     * False in the samples.
                     */
                    actionLinkedToJob?: {
                      [k: string]: unknown;
                    };
                    [k: string]: unknown;
                  } | null)[]
                | null;
              [k: string]: unknown;
            } | null)[]
          | null;
        [k: string]: unknown;
      } | null)[]
    | null;
  /**
   * Null in every sample.
   */
  linkedJobs?: unknown[] | null;
  /**
   * Null in every sample.
   */
  jobStartCountdown?: {
    [k: string]: unknown;
  };
  /**
   * Null in every sample.
   */
  passwordAction?: {
    [k: string]: unknown;
  };
  /**
   * Null after a create and false in the update samples; the notes do not explain it.
   */
  isVulnContext?: boolean | null;
  /**
   * A list; empty or null in the samples.
   */
  remediationQids?: unknown[] | null;
  /**
   * False in every sample.
   */
  isAssetImported?: boolean | null;
}
/**
 * How often, and for how long each time, the person at the machine may put it off.
 */
export interface Deferment {
  /**
   * How many times it may be put off: a whole number of at least 1.
   */
  count?: number;
  /**
   * The length of one postponement, in `intervalUnit`: a whole number of at least 1.
   */
  interval?: number;
  intervalUnit?: IntervalUnit;
}
/**
 * One thing that the agent does before or after the patches: run a script, or download and install software.
 */
export interface Action {
  /**
   * What the agent does. The interface also offers Change Registry Key and Uninstall Software; the release notes show Run Script and Install Software alone.
   */
  action?: string;
  /**
   * Before or after the patches. The list that the action is in says it already; the server fills it in.
   */
  actionType?: 'predeploy' | 'postdeploy';
  /**
   * The name of the action and, for Install Software, what to download.
   */
  params?: {
    /**
     * The name under which the action is listed. Choose one that tells it apart: an update matches actions by it.
     */
    actionItem?: string;
    /**
     * How long the action may take. The server fills in 180. The release notes name no unit.
     */
    timeout?: number;
    /**
     * Where the machine fetches the installer from. It must be one address without blanks, and every target must be able to reach it.
     */
    downloadURL?: string;
    /**
     * How the installer is fetched, as a number. The server fills in 0 for Install Software; the notes name no other.
     */
    downloadProtocol?: number;
    /**
     * How the installer is started, as a number. The notes show 0 and name no other.
     */
    installMethod?: number;
    /**
     * The checksum of the file at `downloadURL`: 64 hexadecimal digits. Empty counts as none.
     */
    fileChecksum?: string;
    /**
     * The server writes it into the actions of a linked job.
     */
    remediationScope?: {
      [k: string]: unknown;
    };
  };
  /**
   * The script as base64. An answer of the API holds a path here (`<customerId>/<actionId>/Script`), which is not what an update takes: send the base64 text again.
   */
  script?: string;
  /**
   * The language of `script`.
   */
  scriptType?: 'ps' | 'sh';
  /**
   * A script, as base64, that finds out whether the software is there already. Empty: none.
   */
  detectionScript?: string;
  /**
   * The language of `detectionScript`.
   */
  detectionScriptType?: 'ps' | 'sh';
  /**
   * A script that Qualys brings along, for Linux, instead of one of your own: `script` stays empty.
   */
  defaultScriptType?: string;
  /**
   * The server gives it. Other jobs name it in `chainedJobRule`, so an update must keep it.
   */
  actionId?: string | null;
  /**
   * False in every sample, also where the chain of another job names the action.
   */
  actionLinkedToJob?: boolean | null;
}
