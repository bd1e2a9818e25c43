using Cybernetes.Api.ApiRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Which server answers for a group and version.</summary>
internal sealed class APIServiceRules : KindRules<APIService>
{
    private static readonly StatusRules<APIService> _status = new((obj, old) => obj with { Metadata = obj.Metadata with { Labels = old.Metadata.Labels, Annotations = old.Metadata.Annotations, Finalizers = old.Metadata.Finalizers, OwnerReferences = old.Metadata.OwnerReferences }, Spec = old.Spec }, Status);

    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.PathSegment(name, prefix);

    protected override APIService OnDefault(APIService obj) =>
        obj.Spec.Service is { Port: null } service ? obj with { Spec = obj.Spec with { Service = service with { Port = 443 } } } : obj;

    // A service of this very server is always there.
    protected override APIService OnCreate(APIService obj, RequestFacts facts) => obj with
    {
        Status = obj.Spec.Service is not null ? APIServiceStatus.Empty : APIServiceStatus.Empty with
        {
            Conditions = [new() { Type = "Available", Status = "True", Reason = "Local", Message = "Local APIServices are always available", LastTransitionTime = facts.Now }],
        },
    };

    protected override APIService OnUpdate(APIService obj, APIService old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(APIService obj, ErrorList errors)
    {
        var name = $"{obj.Spec.Version}.{obj.Spec.Group}";
        IReadOnlyList<string> Named(string value, bool prefix) =>
            [.. NameRules.PathSegment(value, prefix), .. value == name ? Array.Empty<string>() : [$"must be `spec.version+\".\"+spec.group`: {GoText.Quote(name)}"]];
        MetaRules.Validate(obj.Metadata, Info.Namespaced, Named, FieldPath.Of("metadata"), errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(APIService obj, APIService old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Validate(obj, errors);
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static void Spec(APIServiceSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.Group.Length > 0)
        {
            if (Names.Dns1123Subdomain(spec.Group) is { Count: > 0 } wrong)
            {
                errors.Invalid(path.Child("group"), spec.Group, string.Join(',', wrong));
            }
        }
        else if (spec.Version != "v1")
        {
            errors.Required(path.Child("group"), "only v1 may have an empty group and it better be legacy kube");
        }

        if (Names.Dns1035Label(spec.Version) is { Count: > 0 } bad)
        {
            errors.Invalid(path.Child("version"), spec.Version, string.Join(',', bad));
        }

        if (spec.GroupPriorityMinimum is <= 0 or > 20000)
        {
            errors.Invalid(path.Child("groupPriorityMinimum"), spec.GroupPriorityMinimum, "must be positive and less than 20000");
        }

        if (spec.VersionPriority is <= 0 or > 1000)
        {
            errors.Invalid(path.Child("versionPriority"), spec.VersionPriority, "must be positive and less than 1000");
        }

        if (spec.Service is not { } service)
        {
            Local(spec, path, errors);
            return;
        }

        Check.Required(service.Namespace, path.Child("service", "namespace"), errors);
        Check.Required(service.Name, path.Child("service", "name"), errors);
        if (service.Port is { } port && Names.PortNumber(port) is { Count: > 0 } outside)
        {
            errors.Invalid(path.Child("service", "port"), port, "port is not valid: " + string.Join(',', outside));
        }

        if (spec.InsecureSkipTLSVerify && !spec.CaBundle.IsEmpty)
        {
            errors.Invalid(path.Child("insecureSkipTLSVerify"), spec.InsecureSkipTLSVerify, "may not be true if caBundle is present");
        }
    }

    private static void Local(APIServiceSpec spec, FieldPath path, ErrorList errors)
    {
        if (!spec.CaBundle.IsEmpty)
        {
            errors.Invalid(path.Child("caBundle"), $"{spec.CaBundle.Length} bytes", "local APIServices may not have a caBundle");
        }

        if (spec.InsecureSkipTLSVerify)
        {
            errors.Invalid(path.Child("insecureSkipTLSVerify"), spec.InsecureSkipTLSVerify, "local APIServices may not have insecureSkipTLSVerify");
        }
    }

    private static void Status(APIService obj, APIService old, ErrorList errors)
    {
        for (var i = 0; i < obj.Status.Conditions.Count; i++)
        {
            Check.Supported(obj.Status.Conditions[i].Status, FieldPath.Of("status", "conditions").Index(i).Child("status"), errors, "False", "True", "Unknown");
        }
    }
}
