using System.Globalization;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Options;

/// <summary>Reads the options of verbs from a query, and refuses what is wrong with them in upstream's words.</summary>
public static class OptionsReader
{
    private const string Group = "meta.k8s.io";
    private static readonly string[] _fieldValidations = ["", "Ignore", "Strict", "Warn"];

    /// <summary>CreateOptions.</summary>
    public static CreateOptions Create(QueryParameters query)
    {
        var options = new CreateOptions
        {
            DryRun = DryRun(query),
            FieldManager = query["fieldManager"] ?? "",
            FieldValidation = query["fieldValidation"] ?? "",
        };
        var errors = new ErrorList();
        CheckManager(options.FieldManager, errors);
        CheckDryRun(options.DryRun, errors);
        CheckFieldValidation(options.FieldValidation, errors);
        Refuse("CreateOptions", errors);
        return options;
    }

    /// <summary>UpdateOptions.</summary>
    public static UpdateOptions Update(QueryParameters query)
    {
        var options = new UpdateOptions
        {
            DryRun = DryRun(query),
            FieldManager = query["fieldManager"] ?? "",
            FieldValidation = query["fieldValidation"] ?? "",
        };
        var errors = new ErrorList();
        CheckManager(options.FieldManager, errors);
        CheckDryRun(options.DryRun, errors);
        CheckFieldValidation(options.FieldValidation, errors);
        Refuse("UpdateOptions", errors);
        return options;
    }

    /// <summary>PatchOptions; <paramref name="apply"/> for server-side apply, which needs a manager.</summary>
    public static PatchOptions Patch(QueryParameters query, bool apply)
    {
        var options = new PatchOptions
        {
            DryRun = DryRun(query),
            FieldManager = query["fieldManager"] ?? "",
            FieldValidation = query["fieldValidation"] ?? "",
            Force = query["force"] is { } force ? RequestInfoParser.IsTrue(force) : null,
        };
        var errors = new ErrorList();
        if (apply && options.FieldManager.Length == 0)
        {
            errors.Required(FieldPath.Of("fieldManager"), "is required for apply patch");
        }
        else if (!apply && options.Force is not null)
        {
            errors.Forbidden(FieldPath.Of("force"), "may not be specified for non-apply patch");
        }

        CheckManager(options.FieldManager, errors);
        CheckDryRun(options.DryRun, errors);
        CheckFieldValidation(options.FieldValidation, errors);
        Refuse("PatchOptions", errors);
        return options;
    }

    /// <summary>DeleteOptions from the query, where the body has none.</summary>
    public static DeleteOptions Delete(QueryParameters query) => new()
    {
        GracePeriodSeconds = Int(query, "gracePeriodSeconds"),
        OrphanDependents = query["orphanDependents"] is { } orphan ? RequestInfoParser.IsTrue(orphan) : null,
        PropagationPolicy = query["propagationPolicy"] is { Length: > 0 } policy ? policy : null,
        DryRun = DryRun(query),
        IgnoreStoreReadErrorWithClusterBreakingPotential =
            query["ignoreStoreReadErrorWithClusterBreakingPotential"] is { } ignore ? RequestInfoParser.IsTrue(ignore) : null,
    };

    /// <summary>Refuses DeleteOptions that contradict themselves.</summary>
    public static void Check(DeleteOptions options)
    {
        var errors = new ErrorList();
        if (options is { OrphanDependents: not null, PropagationPolicy: not null })
        {
            errors.Invalid(FieldPath.Of("propagationPolicy"), options.PropagationPolicy, "orphanDependents and deletionPropagation cannot be both set");
        }

        if (options.PropagationPolicy is { } policy and not ("Foreground" or "Background" or "Orphan"))
        {
            errors.NotSupported(FieldPath.Of("propagationPolicy"), policy, "Foreground", "Background", "Orphan", "nil");
        }

        CheckDryRun(options.DryRun, errors);
        Refuse("DeleteOptions", errors);
    }

    /// <summary>ListOptions.</summary>
    public static ListOptions List(QueryParameters query)
    {
        var options = new ListOptions
        {
            LabelSelector = query["labelSelector"] ?? "",
            FieldSelector = query["fieldSelector"] ?? "",
            Watch = RequestInfoParser.IsTrue(query["watch"]),
            AllowWatchBookmarks = RequestInfoParser.IsTrue(query["allowWatchBookmarks"]),
            ResourceVersion = query["resourceVersion"] ?? "",
            ResourceVersionMatch = query["resourceVersionMatch"] ?? "",
            TimeoutSeconds = Int(query, "timeoutSeconds"),
            Limit = Int(query, "limit") ?? 0,
            Continue = query["continue"] ?? "",
            SendInitialEvents = query["sendInitialEvents"] is { } send ? RequestInfoParser.IsTrue(send) : null,
        };
        return options;
    }

    /// <summary>Refuses ListOptions that contradict themselves.</summary>
    public static void Check(ListOptions options, bool isWatch)
    {
        var errors = new ErrorList();
        if (isWatch)
        {
            CheckWatch(options, errors);
        }
        else
        {
            CheckList(options, errors);
        }

        Refuse("ListOptions", errors);
    }

    private static void CheckList(ListOptions options, ErrorList errors)
    {
        if (options.SendInitialEvents is not null)
        {
            errors.Forbidden(FieldPath.Of("sendInitialEvents"), "sendInitialEvents is forbidden for list");
        }

        var match = options.ResourceVersionMatch;
        if (match.Length == 0)
        {
            return;
        }

        var path = FieldPath.Of("resourceVersionMatch");
        if (options.ResourceVersion.Length == 0)
        {
            errors.Forbidden(path, "resourceVersionMatch is forbidden unless resourceVersion is provided");
        }

        if (options.Continue.Length > 0)
        {
            errors.Forbidden(path, "resourceVersionMatch is forbidden when continue is provided");
        }

        if (match is not ("Exact" or "NotOlderThan"))
        {
            errors.NotSupported(path, match, "Exact", "NotOlderThan", "");
        }

        if (match == "Exact" && options.ResourceVersion == "0")
        {
            errors.Forbidden(path, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }
    }

    private static void CheckWatch(ListOptions options, ErrorList errors)
    {
        var match = options.ResourceVersionMatch;
        var path = FieldPath.Of("resourceVersionMatch");
        if (options.SendInitialEvents is null)
        {
            if (match.Length > 0)
            {
                errors.Forbidden(path, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
            }

            return;
        }

        if (match != "NotOlderThan")
        {
            errors.Forbidden(path, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
            if (match.Length > 0)
            {
                errors.NotSupported(path, match, "NotOlderThan");
            }
        }
    }

    private static ValueList<string> DryRun(QueryParameters query) => query.Values("dryRun").Where(each => each.Length > 0).ToValueList();

    private static void CheckManager(string manager, ErrorList errors)
    {
        var path = FieldPath.Of("fieldManager");
        if (manager.Length > 128)
        {
            errors.TooLong(path, 128);
        }

        foreach (var rune in manager.EnumerateRunes())
        {
            if (System.Text.Rune.IsControl(rune) || System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
            {
                errors.Invalid(path, manager, "should only contain printable characters");
                break;
            }
        }
    }

    private static void CheckDryRun(ValueList<string> dryRun, ErrorList errors)
    {
        if (dryRun.Any(each => each != "All"))
        {
            var printed = "[" + string.Join(",", dryRun.Select(GoText.Quote)) + "]";
            errors.NotSupported(FieldPath.Of("dryRun"), FieldValue.Json(printed), "All");
        }
    }

    private static void CheckFieldValidation(string fieldValidation, ErrorList errors)
    {
        if (!_fieldValidations.Contains(fieldValidation))
        {
            errors.NotSupported(FieldPath.Of("fieldValidation"), fieldValidation, _fieldValidations);
        }
    }

    private static long? Int(QueryParameters query, string key)
    {
        if (query[key] is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiErrors.BadRequest($"strconv.ParseInt: parsing {GoText.Quote(text)}: invalid syntax");
    }

    private static void Refuse(string kind, ErrorList errors)
    {
        if (!errors.IsEmpty)
        {
            throw InvalidStatus.From(new GroupKind(Group, kind), "", errors);
        }
    }
}
