using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;

namespace Cybernetes.Api.Rules;

/// <summary>Allocated addresses.</summary>
internal sealed class IPAddressRules : KindRules<IPAddress>
{
    protected override IReadOnlyList<string> CheckName(string name, bool prefix)
    {
        if (!System.Net.IPAddress.TryParse(name, out _) || !Check.TryIp(name, out var address) || (!name.Contains(':', StringComparison.Ordinal) && name.Split('.').Any(part => part.Length > 1 && part[0] == '0')))
        {
            return ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"];
        }

        return address.ToString() == name ? [] : [$"must be in canonical form (\"{address}\")"];
    }

    protected override void Validate(IPAddress obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var path = FieldPath.Of("spec", "parentRef");
        if (obj.Spec.ParentRef is not { } parent)
        {
            errors.Required(path);
            return;
        }

        if (parent.Group.Length > 0)
        {
            Check.Subdomain(parent.Group, path.Child("group"), errors);
        }

        Check.PathSegment(parent.Resource, path.Child("resource"), errors);
        Check.PathSegment(parent.Name, path.Child("name"), errors);
        if (parent.Namespace.Length > 0)
        {
            Check.PathSegment(parent.Namespace, path.Child("namespace"), errors);
        }
    }

    protected override void ValidateUpdate(IPAddress obj, IPAddress old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec.ParentRef, old.Spec.ParentRef, FieldPath.Of("spec", "parentRef"), errors, GoDump.Of);
    }
}
