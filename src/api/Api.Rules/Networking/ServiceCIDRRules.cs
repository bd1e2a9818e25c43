using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;

namespace Cybernetes.Api.Rules;

/// <summary>Ranges of service addresses.</summary>
internal sealed class ServiceCIDRRules : KindRules<ServiceCIDR>
{
    private static readonly StatusRules<ServiceCIDR> _status = new((obj, old) => obj with { Spec = old.Spec });

    protected override ServiceCIDR OnCreate(ServiceCIDR obj, RequestFacts facts) => obj with { Status = ServiceCIDRStatus.Empty };

    protected override ServiceCIDR OnUpdate(ServiceCIDR obj, ServiceCIDR old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(ServiceCIDR obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (cidrs, path) = (obj.Spec.Cidrs, FieldPath.Of("spec", "cidrs"));
        if (cidrs.IsEmpty)
        {
            errors.Required(path, "at least one CIDR required");
        }

        if (cidrs.Count > 2)
        {
            errors.Invalid(path, GoDump.List(cidrs), "may only hold up to 2 values");
        }
        else if (cidrs.Count == 2 && !cidrs.All(cidr => Check.TryCidr(cidr, out _, out _)))
        {
            errors.Invalid(path, GoDump.List(cidrs), $"invalid CIDR address: {cidrs.First(cidr => !Check.TryCidr(cidr, out _, out _))}");
        }
        else if (cidrs.Count == 2 && !Check.IsDualStack(cidrs.Select(cidr => cidr.Split('/')[0])))
        {
            errors.Invalid(path, GoDump.List(cidrs), "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64");
        }

        for (var i = 0; i < cidrs.Count; i++)
        {
            Check.CanonicalCidr(cidrs[i], path.Index(i), errors);
        }
    }

    protected override void ValidateUpdate(ServiceCIDR obj, ServiceCIDR old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        var (now, before, path) = (obj.Spec.Cidrs, old.Spec.Cidrs, FieldPath.Of("spec", "cidrs"));
        if (now.Count != before.Count && !(now.Count == 2 && before.Count == 1))
        {
            errors.Invalid(path, GoDump.List(now), Check.Immutable);
            return;
        }

        for (var i = 0; i < before.Count; i++)
        {
            Check.Unchanged(now[i], before[i], path.Index(i), errors, value => value);
        }

        if (now.Count > before.Count)
        {
            Validate(obj, errors);
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;
}
