using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Requests, limits and claims of containers and of the pod.</content>
internal static partial class PodSpecRules
{
    public static void Requirements(ResourceRequirements resources, Action<string, FieldPath, ErrorList> checkName, HashSet<string> claimNames, FieldPath path, ErrorList errors)
    {
        var (limits, requests) = (path.Child("limits"), path.Child("requests"));
        var (compute, huge) = (false, false);
        foreach (var (name, quantity) in resources.Limits)
        {
            One(name, quantity, limits.Key(name));
        }

        foreach (var (name, quantity) in resources.Requests)
        {
            var at = requests.Key(name);
            checkName(name, at, errors);
            ResourceNames.Value(name, quantity, at, errors);
            if (resources.Limits.TryGetValue(name, out var limit))
            {
                if (quantity != limit && !ResourceNames.IsOvercommitAllowed(name))
                {
                    errors.Invalid(requests, quantity.ToString(), $"must be equal to {name} limit of {limit}");
                }
                else if (quantity > limit)
                {
                    errors.Invalid(requests, quantity.ToString(), $"must be less than or equal to {name} limit of {limit}");
                }
            }
            else if (!ResourceNames.IsOvercommitAllowed(name))
            {
                errors.Required(limits, "Limit must be set for non overcommitable resources");
            }

            HugePages(name, quantity, at);
        }

        if (huge && !compute)
        {
            errors.Forbidden(path, "HugePages require cpu or memory");
        }

        ClaimNames(resources.Claims, claimNames, path.Child("claims"), errors);

        void One(string name, Quantity quantity, FieldPath at)
        {
            checkName(name, at, errors);
            ResourceNames.Value(name, quantity, at, errors);
            HugePages(name, quantity, at);
        }

        void HugePages(string name, Quantity quantity, FieldPath at)
        {
            compute |= name is "cpu" or "memory";
            if (ResourceNames.IsHugePage(name))
            {
                huge = true;
                if (ResourceNames.HugePageValue(name, quantity) is { } wrong)
                {
                    errors.Invalid(at, quantity.ToString(), wrong);
                }
            }
        }
    }

    private static void ClaimNames(ValueList<ResourceClaim> claims, HashSet<string> known, FieldPath path, ErrorList errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < claims.Count; i++)
        {
            var (claim, at) = (claims[i], path.Index(i));
            if (claim.Name.Length == 0)
            {
                errors.Required(at);
                continue;
            }

            if (names.Contains(claim.Name))
            {
                errors.Duplicate(at, claim.Name);
            }
            else
            {
                var key = claim.Name;
                if (claim.Request.Length > 0)
                {
                    Check.Label(claim.Request, at.Child("request"), errors);
                    key += "/" + claim.Request;
                }

                if (!names.Add(key))
                {
                    errors.Duplicate(at, key);
                }
                else if (claim.Request.Length == 0 && names.Any(name => name.StartsWith(claim.Name + "/", StringComparison.Ordinal)))
                {
                    errors.Duplicate(at, claim.Name);
                }
            }

            if (!known.Contains(claim.Name))
            {
                var rest = known.Count == 0 ? " which is empty" : ": " + string.Join(", ", known.Order(StringComparer.Ordinal));
                errors.Add(new(FieldErrorType.FieldValueNotFound, at.ToString(), GoText.Quote(claim.Name), "must be one of the names in pod.spec.resourceClaims" + rest));
            }
        }
    }

    private static void PodResources(PodContext pod, FieldPath path, ErrorList errors)
    {
        if (pod.Spec.Resources is not { } resources)
        {
            return;
        }

        if (!resources.Claims.IsNil)
        {
            errors.Forbidden(path.Child("claims"), "claims may not be set for Resources at pod-level");
        }

        Requirements(resources, ResourceNames.PodName, pod.ClaimNames, path, errors);
        foreach (var (name, sum) in PodResourceSums.Requests(pod.Spec))
        {
            if (!(name is "cpu" or "memory" || ResourceNames.IsHugePage(name)))
            {
                continue;
            }

            var own = resources.Requests.GetValueOrDefault(name);
            if (sum > own && !resources.Requests.IsEmpty)
            {
                errors.Invalid(path.Child("requests").Key(name), own.ToString(), $"must be greater than or equal to aggregate container requests of {sum}");
            }
        }

        for (var i = 0; i < pod.Spec.Containers.Count; i++)
        {
            foreach (var (name, limit) in pod.Spec.Containers[i].Resources.Limits)
            {
                if (resources.Limits.TryGetValue(name, out var whole) && limit > whole)
                {
                    errors.Invalid(path.Child("containers").Index(i).Child("resources", "limits").Key(name), limit.ToString(), $"must be less than or equal to pod limits of {whole}");
                }
            }
        }
    }
}
