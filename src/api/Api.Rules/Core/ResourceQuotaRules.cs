using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Quotas.</summary>
internal sealed class ResourceQuotaRules : KindRules<ResourceQuota>
{
    private static readonly string[] _scopes = ["BestEffort", "CrossNamespacePodAffinity", "NotBestEffort", "NotTerminating", "PriorityClass", "Terminating", "VolumeAttributesClass"];
    private static readonly StatusRules<ResourceQuota> _status = new(
        (obj, old) => obj with { Spec = old.Spec },
        (obj, _, errors) =>
        {
            Hard(obj.Status.Hard, FieldPath.Of("status", "hard"), errors);
            Hard(obj.Status.Used, FieldPath.Of("status", "used"), errors);
        });

    protected override ResourceQuota OnDefault(ResourceQuota obj) => obj with { Spec = obj.Spec with { Hard = PodDefaults.Quantities(obj.Spec.Hard) } };

    protected override ResourceQuota OnCreate(ResourceQuota obj, RequestFacts facts) => obj with { Status = ResourceQuotaStatus.Empty };

    protected override ResourceQuota OnUpdate(ResourceQuota obj, ResourceQuota old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(ResourceQuota obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, errors);
    }

    protected override void ValidateUpdate(ResourceQuota obj, ResourceQuota old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, errors);
        if (!obj.Spec.Scopes.ToHashSet(StringComparer.Ordinal).SetEquals(old.Spec.Scopes))
        {
            errors.Invalid(FieldPath.Of("spec", "scopes"), GoDump.List(obj.Spec.Scopes), Check.Immutable);
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static void Spec(ResourceQuotaSpec spec, ErrorList errors)
    {
        var path = FieldPath.Of("spec");
        Hard(spec.Hard, path.Child("hard"), errors);
        foreach (var scope in spec.Scopes)
        {
            if (!_scopes.Contains(scope))
            {
                errors.Invalid(path.Child("scopes"), GoDump.List(spec.Scopes), "unsupported scope");
            }

            foreach (var name in spec.Hard.Keys)
            {
                if (ResourceNames.IsStandardQuota(name) && !Fits(scope, name))
                {
                    errors.Invalid(path.Child("scopes"), GoDump.List(spec.Scopes), "unsupported scope applied to resource");
                }
            }
        }

        Conflicts([.. spec.Scopes], spec, path.Child("scopes"), errors);
        if (spec.ScopeSelector is { } selector)
        {
            foreach (var row in selector.MatchExpressions)
            {
                Row(row, spec, path.Child("scopeSelector", "matchExpressions"), errors);
            }

            Conflicts([.. selector.MatchExpressions.Select(row => row.ScopeName)], spec, path.Child("scopeSelector", "matchExpressions"), errors);
        }
    }

    private static void Row(ScopedResourceSelectorRequirement row, ResourceQuotaSpec spec, FieldPath at, ErrorList errors)
    {
        if (!_scopes.Contains(row.ScopeName))
        {
            errors.Invalid(at.Child("scopeName"), row.ScopeName, "unsupported scope");
        }

        foreach (var name in spec.Hard.Keys)
        {
            if (ResourceNames.IsStandardQuota(name) && !Fits(row.ScopeName, name))
            {
                errors.Invalid(at, GoDump.Of(spec.ScopeSelector), "unsupported scope applied to resource");
            }
        }

        if (row.ScopeName is "BestEffort" or "NotBestEffort" or "Terminating" or "NotTerminating" or "CrossNamespacePodAffinity" && row.Operator != "Exists")
        {
            errors.Invalid(at.Child("operator"), row.Operator, "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity");
        }

        switch (row.Operator)
        {
            case "In" or "NotIn":
                if (row.Values.IsEmpty)
                {
                    errors.Required(at.Child("values"), "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
                }

                break;
            case "Exists" or "DoesNotExist":
                if (!row.Values.IsEmpty)
                {
                    errors.Invalid(at.Child("values"), GoDump.List(row.Values), "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
                }

                break;
            default:
                errors.Invalid(at.Child("operator"), row.Operator, "not a valid selector operator");
                break;
        }
    }

    private static void Conflicts(HashSet<string> scopes, ResourceQuotaSpec spec, FieldPath path, ErrorList errors)
    {
        foreach (var (one, other) in new[] { ("BestEffort", "NotBestEffort"), ("Terminating", "NotTerminating") })
        {
            if (scopes.Contains(one) && scopes.Contains(other))
            {
                errors.Invalid(path, GoDump.List(spec.Scopes), "conflicting scopes");
            }
        }
    }

    private static void Hard(ValueMap<Quantity> hard, FieldPath path, ErrorList errors)
    {
        foreach (var (name, quantity) in hard)
        {
            ResourceNames.QuotaName(name, path.Key(name), errors);
            ResourceNames.Value(name, quantity, path.Key(name), errors);
        }
    }

    // Scopes pick pods, or claims by their class of attributes; what they cannot pick they cannot limit.
    private static bool Fits(string scope, string name) => scope switch
    {
        "BestEffort" => name == "pods",
        "VolumeAttributesClass" => name is "persistentvolumeclaims" or "requests.storage",
        "Terminating" or "NotTerminating" or "NotBestEffort" or "PriorityClass" or "CrossNamespacePodAffinity" =>
            name is "pods" or "cpu" or "memory" or "ephemeral-storage" or "requests.cpu" or "requests.memory" or "requests.ephemeral-storage" or "limits.cpu" or "limits.memory" or "limits.ephemeral-storage",
        _ => true,
    };
}
