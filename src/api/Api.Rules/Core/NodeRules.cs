using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Nodes.</summary>
internal sealed class NodeRules : KindRules<Node>
{
    private static readonly StatusRules<Node> _status = new((obj, old) => obj with { Spec = old.Spec, Status = obj.Status with { Config = old.Status.Config } }, Updated);

    protected override Node OnDefault(Node obj)
    {
        var (first, all) = (obj.Spec.PodCIDR, obj.Spec.PodCIDRs);
        if (first.Length > 0 && (all.IsEmpty || all[0] != first))
        {
            all = [first];
        }

        return obj with
        {
            Spec = obj.Spec with { PodCIDR = all.IsEmpty ? "" : all[0], PodCIDRs = all },
            Status = obj.Status.Allocatable.IsNil && !obj.Status.Capacity.IsNil ? obj.Status with { Allocatable = obj.Status.Capacity } : obj.Status,
        };
    }

    protected override Node OnCreate(Node obj, RequestFacts facts) => obj with { Spec = obj.Spec with { ConfigSource = null }, Status = obj.Status with { Config = null } };

    protected override Node OnUpdate(Node obj, Node old, RequestFacts facts) =>
        obj with { Spec = old.Spec.ConfigSource is null ? obj.Spec with { ConfigSource = null } : obj.Spec, Status = old.Status };

    protected override void Validate(Node obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Taints(obj, errors);
        Resources(obj, errors);
        var (cidrs, path) = (obj.Spec.PodCIDRs, FieldPath.Of("spec", "podCIDRs"));
        for (var i = 0; i < cidrs.Count; i++)
        {
            Check.Cidr(cidrs[i], path.Index(i), errors);
        }

        if (cidrs.Count > 1)
        {
            if (cidrs.Count > 2 || !Check.IsDualStack(cidrs.Select(cidr => cidr.Split('/')[0])))
            {
                errors.Invalid(path, GoDump.List(cidrs), "may specify no more than one CIDR for each IP family");
            }

            for (var i = 1; i < cidrs.Count; i++)
            {
                if (cidrs.Take(i).Contains(cidrs[i]))
                {
                    errors.Duplicate(path.Index(i), cidrs[i]);
                }
            }
        }
    }

    protected override void ValidateUpdate(Node obj, Node old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Updated(obj, old, errors);
    }

    protected override void Warn(Node obj, Node? old, List<string> warnings)
    {
        if (obj.Spec.ConfigSource is not null)
        {
            warnings.Add("spec.configSource: the feature is no longer supported");
        }

        if (obj.Spec.ExternalID.Length > 0)
        {
            warnings.Add("spec.externalID: this field is deprecated, and is unused by Kubernetes");
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static void Updated(Node obj, Node old, ErrorList errors)
    {
        Resources(obj, errors);
        var (spec, before) = (obj.Spec, old.Spec);
        for (var i = 1; i < obj.Status.Addresses.Count; i++)
        {
            if (obj.Status.Addresses.Take(i).Contains(obj.Status.Addresses[i]))
            {
                errors.Duplicate(FieldPath.Of("status", "addresses").Index(i), GoDump.Of(obj.Status.Addresses[i]));
            }
        }

        if (spec.PodCIDRs != before.PodCIDRs)
        {
            for (var i = 0; i < spec.PodCIDRs.Count; i++)
            {
                if (!before.PodCIDRs.Contains(spec.PodCIDRs[i]))
                {
                    Check.Cidr(spec.PodCIDRs[i], FieldPath.Of("spec", "podCIDRs").Index(i), errors);
                }
            }
        }

        if (!before.PodCIDRs.IsEmpty && spec.PodCIDRs != before.PodCIDRs)
        {
            errors.Forbidden(FieldPath.Of("spec", "podCIDRs"), "node updates may not change podCIDR except from \"\" to valid");
        }

        if (before.ProviderID.Length > 0 && before.ProviderID != spec.ProviderID)
        {
            errors.Forbidden(FieldPath.Of("spec", "providerID"), "node updates may not change providerID except from \"\" to valid");
        }

        Taints(obj, errors);
        if (spec.ExternalID != before.ExternalID)
        {
            errors.Forbidden(FieldPath.Of("spec", "externalID"), "may not be updated");
        }
    }

    private static void Resources(Node obj, ErrorList errors)
    {
        foreach (var (name, quantity) in obj.Status.Capacity)
        {
            ResourceNames.Value(name, quantity, FieldPath.Of("status", "capacity", name), errors);
        }

        foreach (var (name, quantity) in obj.Status.Allocatable)
        {
            ResourceNames.Value(name, quantity, FieldPath.Of("status", "allocatable", name), errors);
        }
    }

    // Upstream looks for taints under the metadata, and so do its messages.
    private static void Taints(Node obj, ErrorList errors)
    {
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < obj.Spec.Taints.Count; i++)
        {
            var (taint, at) = (obj.Spec.Taints[i], FieldPath.Of("metadata", "taints").Index(i));
            Check.QualifiedName(taint.Key, at.Child("key"), errors);
            if (Names.LabelValue(taint.Value) is { Count: > 0 } wrong)
            {
                errors.Invalid(at.Child("value"), taint.Value, string.Join(';', wrong));
            }

            Check.TaintEffect(taint.Effect, at.Child("effect"), errors);
            if (!seen.Add((taint.Key, taint.Effect)))
            {
                errors.Add(new(FieldErrorType.FieldValueDuplicate, at.ToString(), GoDump.Of(taint).ToString(), "taints must be unique by key and effect pair"));
            }
        }
    }
}
