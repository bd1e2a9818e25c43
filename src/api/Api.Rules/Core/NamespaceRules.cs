using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Namespaces.</summary>
internal sealed class NamespaceRules : KindRules<Namespace>
{
    private const string NameLabel = "kubernetes.io/metadata.name";

    private static readonly StatusRules<Namespace> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);
    private static readonly StatusRules<Namespace> _finalize = new(
        (obj, old) => obj with { Status = old.Status },
        (obj, _, errors) =>
        {
            for (var i = 0; i < obj.Spec.Finalizers.Count; i++)
            {
                Finalizer(obj.Spec.Finalizers[i], FieldPath.Of("spec", "finalizers").Index(i), errors);
            }
        });

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.Label(name, prefix);

    protected override Namespace OnDefault(Namespace obj) => obj with
    {
        Metadata = obj.Metadata.Name.Length > 0 ? obj.Metadata with { Labels = obj.Metadata.Labels.With(NameLabel, obj.Metadata.Name) } : obj.Metadata,
        Status = obj.Status with { Phase = obj.Status.Phase.Or("Active") },
    };

    protected override Namespace OnCreate(Namespace obj, RequestFacts facts)
    {
        var finalizers = obj.Spec.Finalizers;
        return OnDefault(obj with
        {
            Spec = obj.Spec with { Finalizers = finalizers.Contains("kubernetes") ? finalizers : finalizers.Add("kubernetes") },
            Status = new() { Phase = "Active" },
        });
    }

    protected override Namespace OnUpdate(Namespace obj, Namespace old, RequestFacts facts) =>
        obj with { Spec = obj.Spec with { Finalizers = old.Spec.Finalizers }, Status = old.Status };

    protected override void Validate(Namespace obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        foreach (var finalizer in obj.Spec.Finalizers)
        {
            Finalizer(finalizer, FieldPath.Of("spec", "finalizers"), errors);
        }
    }

    protected override void ValidateUpdate(Namespace obj, Namespace old, ErrorList errors) => ValidateMetaUpdate(obj, old, errors);

    public override SubresourceRules? Subresource(string name) => name switch
    {
        "status" => _status,
        "finalize" => _finalize,
        _ => null,
    };

    private static void Finalizer(string finalizer, FieldPath path, ErrorList errors)
    {
        errors.Invalid(path, finalizer, Names.QualifiedName(finalizer));
        MetaRules.CoreFinalizer(finalizer, path, errors);
    }

    private static void Status(Namespace obj, Namespace old, ErrorList errors)
    {
        var expected = obj.Metadata.DeletionTimestamp is null ? "Active" : "Terminating";
        if (obj.Status.Phase != expected)
        {
            errors.Invalid(FieldPath.Of("status", "Phase"), obj.Status.Phase, $"may only be '{expected}' if `deletionTimestamp` is {(expected == "Active" ? "" : "not ")}empty");
        }
    }
}
