import { EdgeRectangleProgram, NodeCircleProgram, type NodeProgramType } from 'sigma/rendering';

type Definition = ReturnType<NodeCircleProgram['getDefinition']>;

/** The discs of sigma with another outline: how far a point lies outside of it, in the shader's words. */
const shaped = (distance: string): NodeProgramType =>
  class extends NodeCircleProgram {
    override getDefinition(): Definition {
      const definition = super.getDefinition();
      return {
        ...definition,
        FRAGMENT_SHADER_SOURCE: definition.FRAGMENT_SHADER_SOURCE.replace(
          'length(v_diffVector) - v_radius + border',
          distance,
        ),
      };
    }
  };

const X = 'abs(v_diffVector.x)';
const Y = 'abs(v_diffVector.y)';

export const NODE_PROGRAMS = {
  circle: NodeCircleProgram,
  square: shaped(`max(${X}, ${Y}) - v_radius * 0.72 + border`),
  diamond: shaped(`${X} + ${Y} - v_radius + border`),
  triangle: shaped(`max(${X} * 0.866 + v_diffVector.y * 0.5, -v_diffVector.y) - v_radius * 0.5 + border`),
  ring: shaped('abs(length(v_diffVector) - v_radius * 0.72) - v_radius * 0.2 + border'),
};

type EdgeDefinition = ReturnType<EdgeRectangleProgram['getDefinition']>;

/** The straight edges of sigma, broken into dashes of a few pixels whatever the zoom. */
export class DashedEdgeProgram extends EdgeRectangleProgram {
  override getDefinition(): EdgeDefinition {
    const definition = super.getDefinition();
    return {
      ...definition,
      VERTEX_SHADER_SOURCE: definition.VERTEX_SHADER_SOURCE.replace(
        'void main() {',
        'varying float v_along;\nvoid main() {\n  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) / (u_correctionRatio * u_zoomRatio);',
      ),
      FRAGMENT_SHADER_SOURCE: definition.FRAGMENT_SHADER_SOURCE.replace(
        'void main(void) {',
        'varying float v_along;\nvoid main(void) {\n  #ifndef PICKING_MODE\n  if (mod(v_along, 18.0) > 11.0) discard;\n  #endif',
      ),
    };
  }
}
