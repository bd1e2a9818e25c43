using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;

namespace Cybernetes.ApiServer.Services;

/// <summary>Fills in the address families of a Service from what it says and what the cluster has. Pure.</summary>
internal static class ServiceFamilies
{
    private const string Single = "SingleStack", Prefer = "PreferDualStack", Require = "RequireDualStack";

    /// <summary>The Service with both forms of its addresses agreeing.</summary>
    public static Service Normalize(Service service, Service? old)
    {
        var spec = service.Spec;
        if (old is null)
        {
            return spec.ClusterIP.Length > 0 && spec.ClusterIPs.IsEmpty
                ? service with { Spec = spec with { ClusterIPs = [spec.ClusterIP] } }
                : service;
        }

        // The one that was changed counts; clearing the single form clears both.
        if (spec.ClusterIP.Length == 0 && old.Spec.ClusterIP.Length > 0 && spec.ClusterIPs == old.Spec.ClusterIPs)
        {
            return service with { Spec = spec with { ClusterIPs = default } };
        }

        if (spec.ClusterIP != old.Spec.ClusterIP && spec.ClusterIP.Length > 0 && spec.ClusterIPs == old.Spec.ClusterIPs)
        {
            return service with { Spec = spec with { ClusterIPs = [spec.ClusterIP] } };
        }

        return service;
    }

    /// <summary>The Service with families and policy, or what is wrong.</summary>
    public static Service Fill(Service service, Service? old, AddressFamilies cluster, ErrorList errors)
    {
        if (!ServiceNeeds.ClusterIp(service))
        {
            return service;
        }

        var spec = service.Spec;
        var families = spec.IpFamilies;
        var policy = spec.IpFamilyPolicy;
        if (old is not null && ServiceNeeds.ClusterIp(old) && policy == Single && old.Spec.IpFamilyPolicy is Prefer or Require && families.Count == 2 && families == old.Spec.IpFamilies)
        {
            families = [families[0]];
            spec = spec with { ClusterIPs = spec.ClusterIPs.Count > 1 ? [spec.ClusterIPs[0]] : spec.ClusterIPs };
        }

        // Addresses that do not agree are refused before any is given.
        ServiceAddressRules.Validate(spec with { IpFamilies = families }, errors);
        if (!errors.IsEmpty)
        {
            return service;
        }

        for (var i = families.Count; i < spec.ClusterIPs.Count && spec.ClusterIPs[i] != ServiceNeeds.None && IPAddress.TryParse(spec.ClusterIPs[i], out var address); i++)
        {
            families = families.Add(AddressFamilies.Of(address));
        }

        if (ServiceNeeds.IsHeadless(service) && spec.Selector.IsEmpty)
        {
            return service with { Spec = Selectorless(spec, families, policy, cluster) };
        }

        if (policy == Require && !cluster.IsDual)
        {
            errors.Invalid(FieldPath.Of("spec", "ipFamilyPolicy"), policy, "this cluster is not configured for dual-stack services");
        }

        for (var i = 0; i < families.Count; i++)
        {
            if (!cluster.Has(families[i]) && families[i] is AddressFamilies.V4 or AddressFamilies.V6)
            {
                errors.Invalid(FieldPath.Of("spec", "ipFamilies").Index(i), families[i], "not configured on this cluster");
            }
        }

        if (families.IsEmpty)
        {
            families = [cluster.Default];
        }

        policy ??= families.Count == 2 ? Require : Single;
        if (policy != Single && families.Count == 1 && cluster.IsDual)
        {
            families = families.Add(AddressFamilies.Other(families[0]));
        }

        return service with { Spec = spec with { IpFamilies = families, IpFamilyPolicy = policy } };
    }

    /// <summary>A headless Service without selector may have addresses of any family, whatever the cluster has.</summary>
    private static ServiceSpec Selectorless(ServiceSpec spec, ValueList<string> families, string? policy, AddressFamilies cluster)
    {
        if (policy is null)
        {
            policy = families.Count == 1 ? Single : Require;
        }

        if (families.IsEmpty)
        {
            families = [cluster.Default];
        }

        if (policy != Single && families.Count == 1)
        {
            families = families.Add(AddressFamilies.Other(families[0]));
        }

        return spec with { IpFamilies = families, IpFamilyPolicy = policy };
    }
}
