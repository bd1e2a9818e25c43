using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>What a webhook of either kind has in common; names and values as its declaration has them.</summary>
internal sealed record Webhook
{
    public required string Name { get; init; }

    public required WebhookClientConfig ClientConfig { get; init; }

    public required ValueList<RuleWithOperations> Rules { get; init; }

    public string? FailurePolicy { get; init; }

    public string? MatchPolicy { get; init; }

    public LabelSelector? NamespaceSelector { get; init; }

    public LabelSelector? ObjectSelector { get; init; }

    public string? SideEffects { get; init; }

    public int? TimeoutSeconds { get; init; }

    public ValueList<string> Versions { get; init; }

    /// <summary>Null where the kind has none.</summary>
    public string? Reinvocation { get; init; }

    public ValueList<MatchCondition> Conditions { get; init; }

    public static Webhook Of(ValidatingWebhook hook) => new()
    {
        Name = hook.Name,
        ClientConfig = hook.ClientConfig,
        Rules = hook.Rules,
        FailurePolicy = hook.FailurePolicy,
        MatchPolicy = hook.MatchPolicy,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        SideEffects = hook.SideEffects,
        TimeoutSeconds = hook.TimeoutSeconds,
        Versions = hook.AdmissionReviewVersions,
        Conditions = hook.MatchConditions,
    };

    public static Webhook Of(MutatingWebhook hook) => new()
    {
        Name = hook.Name,
        ClientConfig = hook.ClientConfig,
        Rules = hook.Rules,
        FailurePolicy = hook.FailurePolicy,
        MatchPolicy = hook.MatchPolicy,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        SideEffects = hook.SideEffects,
        TimeoutSeconds = hook.TimeoutSeconds,
        Versions = hook.AdmissionReviewVersions,
        Reinvocation = hook.ReinvocationPolicy,
        Conditions = hook.MatchConditions,
    };
}

/// <summary>What is right and wrong for webhooks. An update may keep what older servers took.</summary>
internal static class WebhookRules
{
    private static readonly string[] _versions = ["v1", "v1beta1"];

    public static void Validate(IReadOnlyList<Webhook> hooks, IReadOnlyList<Webhook>? old, ErrorList errors)
    {
        var noSideEffects = old is null || old.All(hook => hook.SideEffects is "None" or "NoneOnDryRun");
        var knownVersion = old is null || old.All(hook => hook.Versions.IsEmpty || hook.Versions.Any(version => _versions.Contains(version)));
        var unique = old is null || old.Select(hook => hook.Name).Distinct(StringComparer.Ordinal).Count() == old.Count;
        var anyValues = old is not null && old.Any(hook => !Usable(hook.NamespaceSelector) || !Usable(hook.ObjectSelector));
        var sameConditions = old is not null && old.Count == hooks.Count && hooks.Zip(old).All(pair => pair.First.Conditions == pair.Second.Conditions);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < hooks.Count; i++)
        {
            var (hook, at) = (hooks[i], FieldPath.Of("webhooks").Index(i));
            One(hook, at, noSideEffects, anyValues, errors);
            if (!sameConditions)
            {
                MatchConditionRules.Validate(hook.Conditions, at.Child("matchConditions"), @params: false, errors);
            }

            Versions(hook.Versions, knownVersion, at.Child("admissionReviewVersions"), errors);
            if (unique && hook.Name.Length > 0 && !names.Add(hook.Name))
            {
                errors.Duplicate(at.Child("name"), hook.Name);
            }
        }
    }

    private static void One(Webhook hook, FieldPath at, bool noSideEffects, bool anyValues, ErrorList errors)
    {
        FullName(hook.Name, at.Child("name"), errors);
        for (var i = 0; i < hook.Rules.Count; i++)
        {
            OperationRules.Validate(hook.Rules[i], at.Child("rules").Index(i), errors);
        }

        Optional(hook.FailurePolicy, at.Child("failurePolicy"), errors, "Fail", "Ignore");
        Optional(hook.MatchPolicy, at.Child("matchPolicy"), errors, "Equivalent", "Exact");
        string[] sideEffects = noSideEffects ? ["None", "NoneOnDryRun"] : ["None", "NoneOnDryRun", "Some", "Unknown"];
        if (hook.SideEffects is null)
        {
            errors.Required(at.Child("sideEffects"), $"must specify one of {string.Join(", ", sideEffects)}");
        }

        Optional(hook.SideEffects, at.Child("sideEffects"), errors, sideEffects);
        if (hook.TimeoutSeconds is { } seconds and (> 30 or < 1))
        {
            errors.Invalid(at.Child("timeoutSeconds"), seconds, "the timeout value must be between 1 and 30 seconds");
        }

        Check.Selector(hook.NamespaceSelector, at.Child("namespaceSelector"), errors, anyValues);
        Check.Selector(hook.ObjectSelector, at.Child("objectSelector"), errors, anyValues);
        Optional(hook.Reinvocation, at.Child("reinvocationPolicy"), errors, "IfNeeded", "Never");
        WebhookClientRules.Validate(hook.ClientConfig, at.Child("clientConfig"), errors);
    }

    private static bool Usable(LabelSelector? selector) => selector is null || Check.IsUsable(selector);

    private static void FullName(string name, FieldPath path, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
        }
        else if (Names.Dns1123Subdomain(name) is { Count: > 0 } wrong)
        {
            errors.Invalid(path, name, string.Join(',', wrong));
        }
        else if (name.Split('.').Length < 3)
        {
            errors.Invalid(path, name, "should be a domain with at least three segments separated by dots");
        }
    }

    private static void Optional(string? value, FieldPath path, ErrorList errors, params ReadOnlySpan<string> supported)
    {
        if (value is not null)
        {
            Check.Supported(value, path, errors, supported);
        }
    }

    private static void Versions(ValueList<string> versions, bool knownVersion, FieldPath path, ErrorList errors)
    {
        if (versions.IsEmpty)
        {
            errors.Required(path, $"must specify one of {string.Join(", ", _versions)}");
            return;
        }

        for (var i = 0; i < versions.Count; i++)
        {
            if (versions.Take(i).Contains(versions[i]))
            {
                errors.Invalid(path.Index(i), versions[i], "duplicate version");
            }
            else
            {
                errors.Invalid(path.Index(i), versions[i], Names.Dns1035Label(versions[i]));
            }
        }

        if (knownVersion && !versions.Any(version => _versions.Contains(version)))
        {
            errors.Invalid(path, GoDump.List(versions), $"must include at least one of {string.Join(", ", _versions)}");
        }
    }
}
