using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>The cluster addresses of services and their families.</summary>
public static class ServiceAddressRules
{
    private const string Once = "may not change once set";

    /// <summary>Adds what is wrong with addresses and families.</summary>
    public static void Validate(ServiceSpec spec, ErrorList errors)
    {
        if (spec.Type == "ExternalName")
        {
            return;
        }

        var (path, before) = (FieldPath.Of("spec", "clusterIPs"), errors.Count);
        var ips = spec.ClusterIPs;
        Agree(spec, path, errors);
        Families(spec, errors);
        var invalid = false;
        for (var i = 0; i < ips.Count; i++)
        {
            if (ips[i] == "None")
            {
                if (i > 0)
                {
                    invalid = true;
                    errors.Invalid(path.Index(i), ips[i], "'None' must be the first and only value");
                }
            }
            else if (!Check.TryIp(ips[i], out _))
            {
                invalid = true;
                Check.Ip(ips[i], path.Index(i), errors);
            }
        }

        if (ips.Count > 2)
        {
            errors.Invalid(path, GoDump.List(ips), "may only hold up to 2 values");
        }

        if (invalid)
        {
            return;
        }

        if (ips.Count > 1 && !Check.IsDualStack(ips))
        {
            errors.Invalid(path, GoDump.List(ips), "may specify no more than one IP for each IP family");
        }

        for (var i = 0; errors.Count == before && !ServiceSpecRules.IsHeadless(spec) && i < Math.Min(ips.Count, spec.IpFamilies.Count); i++)
        {
            if (Check.IsV6(ips[i]) != (spec.IpFamilies[i] == "IPv6"))
            {
                errors.Invalid(path.Index(i), ips[i], $"expected an {spec.IpFamilies[i]} value as indicated by `ipFamilies[{i}]`");
            }
        }
    }

    public static void ValidateUpdate(ServiceSpec spec, ServiceSpec old, ErrorList errors)
    {
        if (spec.Type == "ExternalName" || old.Type == "ExternalName")
        {
            return;
        }

        var (headless, wasHeadless) = (ServiceSpecRules.IsHeadless(spec), ServiceSpecRules.IsHeadless(old));
        if (!headless || !wasHeadless)
        {
            Released(spec.ClusterIPs, old.ClusterIPs, spec, "clusterIP", errors);
        }

        if (!headless && !wasHeadless)
        {
            Released(spec.IpFamilies, old.IpFamilies, spec, "ipFamily", errors);
        }
    }

    private static void Released(ValueList<string> now, ValueList<string> before, ServiceSpec spec, string one, ErrorList errors)
    {
        var path = FieldPath.Of("spec", one == "clusterIP" ? "clusterIPs" : "ipFamilies");
        if (now.Count < before.Count)
        {
            if (now.IsEmpty)
            {
                errors.Invalid(path.Index(0), GoDump.List(now), $"primary {one} can not be unset");
            }
            else if (now[0] != before[0])
            {
                errors.Invalid(path.Index(0), GoDump.List(now), Once);
            }

            if (now.Count == 1 && spec.IpFamilyPolicy != "SingleStack")
            {
                errors.Invalid(path.Index(0), GoDump.List(now), $"`ipFamilyPolicy` must be set to 'SingleStack' when releasing the secondary {one}");
            }

            return;
        }

        for (var i = 0; i < (now.Count == before.Count ? now.Count : Math.Min(1, before.Count)); i++)
        {
            if (now[i] != before[i])
            {
                errors.Invalid(path.Index(i), GoDump.List(now), Once);
            }
        }
    }

    private static void Agree(ServiceSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.ClusterIP.Length == 0)
        {
            if (!spec.ClusterIPs.IsEmpty)
            {
                errors.Invalid(path, GoDump.List(spec.ClusterIPs), "must be empty when `clusterIP` is not specified");
            }
        }
        else if (spec.ClusterIPs.IsEmpty)
        {
            errors.Required(path);
        }
        else if (spec.ClusterIPs[0] != spec.ClusterIP)
        {
            errors.Invalid(path, GoDump.List(spec.ClusterIPs), "first value must match `clusterIP`");
        }
    }

    private static void Families(ServiceSpec spec, ErrorList errors)
    {
        var path = FieldPath.Of("spec", "ipFamilies");
        for (var i = 0; i < spec.IpFamilies.Count; i++)
        {
            Check.Supported(spec.IpFamilies[i], path.Index(i), errors, "IPv4", "IPv6");
            if (spec.IpFamilies.Take(i).Contains(spec.IpFamilies[i]))
            {
                errors.Duplicate(path.Index(i), spec.IpFamilies[i]);
            }
        }

        if (spec.IpFamilyPolicy is { } policy)
        {
            Check.Supported(policy, FieldPath.Of("spec", "ipFamilyPolicy"), errors, "PreferDualStack", "RequireDualStack", "SingleStack");
        }
    }
}
