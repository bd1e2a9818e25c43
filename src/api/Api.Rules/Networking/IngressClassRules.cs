using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;

namespace Cybernetes.Api.Rules;

/// <summary>Ingress classes.</summary>
internal sealed class IngressClassRules : KindRules<IngressClass>
{
    private const int ControllerLength = 250;

    protected override IngressClass OnDefault(IngressClass obj) => obj.Spec.Parameters is { Scope: null } parameters
        ? obj with { Spec = obj.Spec with { Parameters = parameters with { Scope = "Cluster" } } }
        : obj;

    protected override IngressClass OnCreate(IngressClass obj, RequestFacts facts) => FirstGeneration(obj);

    protected override IngressClass OnUpdate(IngressClass obj, IngressClass old, RequestFacts facts) => WithGeneration(obj, old, obj.Spec != old.Spec);

    protected override void Validate(IngressClass obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(IngressClass obj, IngressClass old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec.Controller, old.Spec.Controller, FieldPath.Of("spec", "controller"), errors, value => value);
        Validate(obj, errors);
    }

    private static void Spec(IngressClassSpec spec, FieldPath path, ErrorList errors)
    {
        var controller = path.Child("controller");
        if (spec.Controller.Utf8Length() > ControllerLength)
        {
            errors.TooLong(controller, ControllerLength);
        }

        DomainPath.Validate(spec.Controller, controller, errors);
        if (spec.Parameters is { } parameters)
        {
            Parameters(parameters, path.Child("parameters"), errors);
        }
    }

    private static void Parameters(IngressClassParametersReference parameters, FieldPath path, ErrorList errors)
    {
        if (parameters.APIGroup is { } group)
        {
            Check.Subdomain(group, path.Child("apiGroup"), errors);
        }

        Check.PathSegment(parameters.Kind, path.Child("kind"), errors);
        Check.PathSegment(parameters.Name, path.Child("name"), errors);
        switch (parameters.Scope)
        {
            case null:
                errors.Required(path.Child("scope"));
                break;
            case "Namespace":
                if (parameters.Namespace is null)
                {
                    errors.Required(path.Child("namespace"), "`parameters.scope` is set to 'Namespace'");
                }
                else
                {
                    Check.Label(parameters.Namespace, path.Child("namespace"), errors);
                }

                break;
            case "Cluster":
                if (parameters.Namespace is not null)
                {
                    errors.Forbidden(path.Child("namespace"), "`parameters.scope` is set to 'Cluster'");
                }

                break;
            default:
                errors.NotSupported(path.Child("scope"), parameters.Scope, "Cluster", "Namespace");
                break;
        }
    }
}
