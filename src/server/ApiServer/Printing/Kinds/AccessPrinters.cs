using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Roles, bindings, certificates and leases.</summary>
internal static class AccessPrinters
{
    private const string BindingColumns = "Name|Role|Age|Users*|Groups*|ServiceAccounts*";

    public static IEnumerable<(GroupKind, TablePrinter)> All()
    {
        const string Rbac = "rbac.authorization.k8s.io";
        yield return (new(Rbac, "Role"), TablePrinter.Of<Role>("Name|Created At:date", (r, _) => [r.Metadata.Name, Cells.Created(r)]));
        yield return (new(Rbac, "ClusterRole"), TablePrinter.Of<ClusterRole>("Name|Created At:date", (r, _) => [r.Metadata.Name, Cells.Created(r)]));
        yield return (new(Rbac, "RoleBinding"), TablePrinter.Of<RoleBinding>(BindingColumns, (b, now) =>
            [b.Metadata.Name, $"{b.RoleRef.Kind}/{b.RoleRef.Name}", Cells.Age(b, now), Of(b.Subjects, "User"), Of(b.Subjects, "Group"), Of(b.Subjects, "ServiceAccount")]));
        yield return (new(Rbac, "ClusterRoleBinding"), TablePrinter.Of<ClusterRoleBinding>(BindingColumns, (b, now) =>
            [b.Metadata.Name, $"{b.RoleRef.Kind}/{b.RoleRef.Name}", Cells.Age(b, now), Of(b.Subjects, "User"), Of(b.Subjects, "Group"), Of(b.Subjects, "ServiceAccount")]));
        yield return (new("certificates.k8s.io", "CertificateSigningRequest"), TablePrinter.Of<CertificateSigningRequest>("Name|Age|SignerName|Requestor|RequestedDuration|Condition", (r, now) =>
        [
            r.Metadata.Name, Cells.Age(r, now), Cells.Or(r.Spec.SignerName), r.Spec.Username,
            r.Spec.ExpirationSeconds is { } seconds ? HumanDuration.Of(TimeSpan.FromSeconds(seconds)) : Cells.None, Condition(r),
        ]));
        yield return (new("coordination.k8s.io", "Lease"), TablePrinter.Of<Lease>("Name|Holder|Age", (l, now) => [l.Metadata.Name, l.Spec.HolderIdentity ?? "", Cells.Age(l, now)]));
    }

    private static string Of(ValueList<Subject> subjects, string kind) => string.Join(", ", subjects
        .Where(subject => subject.Kind == kind)
        .Select(subject => kind == "ServiceAccount" ? $"{subject.Namespace}/{subject.Name}" : subject.Name));

    private static string Condition(CertificateSigningRequest request)
    {
        var types = request.Status.Conditions.Select(condition => condition.Type).ToHashSet();
        var words = new List<string>();
        if (types.Contains("Approved"))
        {
            words.Add("Approved");
        }
        else if (types.Contains("Denied"))
        {
            words.Add("Denied");
        }
        else
        {
            words.Add("Pending");
        }

        if (types.Contains("Failed"))
        {
            words.Add("SignerValidationFailure");
        }

        if (!request.Status.Certificate.IsEmpty)
        {
            words.Add("Issued");
        }

        return string.Join(',', words);
    }
}
