using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.OpenApi;

/// <summary>Upstream's names of definitions: the package with its domain turned round, as <c>io.k8s.api.core.v1.Pod</c>.</summary>
internal static class SchemaNames
{
    private const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    /// <summary>The name of a message.</summary>
    public static string Of(MessageSchema schema) => Prefix(schema.Package) + schema.Name;

    /// <summary>The name of a value type that is a leaf.</summary>
    public static string OfLeaf(string type) => type switch
    {
        "Quantity" => "io.k8s.apimachinery.pkg.api.resource.Quantity",
        "IntOrString" => "io.k8s.apimachinery.pkg.util.intstr.IntOrString",
        "RawExtension" => "io.k8s.apimachinery.pkg.runtime.RawExtension",
        "Json" => "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON",
        "JSONSchemaPropsOrArray" or "JSONSchemaPropsOrBool" or "JSONSchemaPropsOrStringArray" => "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1." + type,
        _ => Meta + type,
    };

    /// <summary>The schema of a value type that is a leaf.</summary>
    public static Value Leaf(string type, bool v3) => type switch
    {
        "Quantity" when v3 => Value.MapOf(("oneOf", Types("string", "number"))),
        "Quantity" or "Duration" => Value.MapOf(("type", "string")),
        "IntOrString" when v3 => Value.MapOf(("format", "int-or-string"), ("oneOf", Types("integer", "string"))),
        "IntOrString" => Value.MapOf(("type", "string"), ("format", "int-or-string")),
        "Time" or "MicroTime" => Value.MapOf(("type", "string"), ("format", "date-time")),
        "RawExtension" or "FieldsV1" => Value.MapOf(("type", "object")),
        "StringList" => Value.MapOf(("type", "array"), ("items", Value.MapOf(("type", "string")))),
        _ => Value.EmptyMap,
    };

    private static Value Types(params ReadOnlySpan<string> names)
    {
        var types = new Value[names.Length];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = Value.MapOf(("type", names[i]));
        }

        return Value.List(ValueList.Create<Value>(types));
    }

    private static string Prefix(string package) =>
        (package.StartsWith("k8s.io.", StringComparison.Ordinal) ? "io.k8s." + package["k8s.io.".Length..] : package).Replace('_', '-') + ".";
}
